-- What the filters share on tables.

local function is_number(cell)
  return cell.attr.classes:includes('right') or cell.attr.classes:includes('num')
end

local function longest_line(cell)
  local longest, line = 0, 0
  pandoc.Blocks(cell.contents):walk({
    traverse = 'topdown',
    Inline = function(inline)
      if inline.t == 'LineBreak' then line = 0
      elseif inline.t == 'Str' then line = line + (utf8.len(inline.text) or #inline.text)
      elseif inline.t == 'Space' or inline.t == 'SoftBreak' then line = line + 1 end
      longest = math.max(longest, line)
    end,
  })
  return longest
end

-- Where all of it does not fit, what can be broken at a space gives way: no word is broken.
local function give_way(need, least, room)
  local total, slack = 0, 0
  for position, width in ipairs(need) do
    total = total + width + 2
    slack = slack + width - least[position]
  end
  if total <= room or slack == 0 then return end
  local part = math.min(1, (total - room) / slack)
  for position, width in ipairs(need) do need[position] = width - part * (width - least[position]) end
end

-- Share the width by what the columns hold: the longest text, within limits, and no word broken.
-- `room` is how many letters stand side by side, where that is known; what comes second is whether
-- the longest word of each column has its room there.
local function shares(tbl, room)
  local need, least, total, tight = {}, {}, 0, 0
  for position = 1, #tbl.colspecs do need[position], least[position] = 4, 4 end
  local function look(rows, scale)
    for _, row in ipairs(rows) do
      local column = 1
      for _, cell in ipairs(row.cells) do
        if cell.col_span == 1 and need[column] then
          local text = pandoc.utils.stringify(cell.contents)
          local most = column > 1 and is_number(cell) and 16 or 30
          local length = math.min(longest_line(cell), most)
          local word_length = 0
          for word in text:gmatch('%S+') do
            word_length = math.max(word_length, scale * (utf8.len(word) or #word))
          end
          least[column] = math.max(least[column], word_length)
          length = math.max(length, word_length)
          need[column] = math.max(need[column], length)
        end
        column = column + cell.col_span
      end
    end
  end
  look(tbl.head.rows, 1.25)
  for _, body in ipairs(tbl.bodies) do look(body.head, 1); look(body.body, 1) end
  if room then give_way(need, least, room) end
  for _, width in ipairs(need) do total = total + width + 2 end
  for position, width in ipairs(need) do
    need[position] = (width + 2) / total
    tight = tight + least[position] + 2
  end
  return need, room ~= nil and tight <= room
end

local ALIGN = { AlignRight = 'right', AlignCenter = 'center' }

-- Alignments would become style attributes, which the content security policy does not let in.
local function accessible(tbl)
  local aligns = {}
  for position, spec in ipairs(tbl.colspecs) do
    aligns[position] = ALIGN[spec[1]]
    tbl.colspecs[position] = { pandoc.AlignDefault, nil }
  end
  local function set(rows, scope)
    for _, row in ipairs(rows) do
      for position, cell in ipairs(row.cells) do
        if aligns[position] then cell.attr.classes:insert(aligns[position]) end
        if scope then cell.attr.attributes.scope = scope end
      end
    end
  end
  set(tbl.head.rows, 'col')
  for _, body in ipairs(tbl.bodies) do
    set(body.head, 'col')
    set(body.body, nil)
    if #tbl.colspecs > 1 then
      body.row_head_columns = 1
      for _, row in ipairs(body.body) do
        if row.cells[1] then row.cells[1].attr.attributes.scope = 'row' end
      end
    end
  end
  return tbl
end

return { shares = shares, accessible = accessible }
