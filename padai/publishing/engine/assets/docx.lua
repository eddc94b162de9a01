-- Write a report for word processors: PNG pictures, tables from raw HTML, callouts as styles.

local function styled(blocks, name)
  return pandoc.Div(blocks, pandoc.Attr('', {}, { { 'custom-style', name } }))
end

-- A page's text is 6.9 inches wide; a tall picture leaves room for its heading and its caption, and
-- the letters of a picture are a little smaller than those of the text, as in the PDF.
local WIDE, TALLEST, USUAL = 6.9, 6.5, 78

local function width_of(data)
  local size = pandoc.image.size(data)
  local fitting = 100 * TALLEST * size.width / size.height / WIDE
  return string.format('%d%%', math.floor(math.min(USUAL, fitting)))
end

local function embed(image)
  local source = image.src:gsub('%.svg$', '.png')
  local file = io.open(source, 'rb')
  if not file then
    error('[[padai-refused\t' .. source .. '\tthere is no PNG beside the SVG for docx.'
      .. '\til n’y a pas de PNG à côté du SVG pour docx.]]', 0)
  end
  local data = file:read('a')
  file:close()
  pandoc.mediabag.insert(source, 'image/png', data)
  image.src = source
  image.attributes.width = width_of(data)
  return image
end

-- How many letters stand side by side on a page, in the styles of tables and a wide typeface.
local ROOM, DENSE_ROOM = 78, 96

-- Pandoc sets a bare text in a style of its own, whatever stands around it; a paragraph keeps ours.
local function as_paragraphs(blocks)
  return pandoc.Blocks(blocks):walk({ Plain = function(plain) return pandoc.Para(plain.content) end })
end

local CLASSES = { right = 'AlignRight', num = 'AlignRight', center = 'AlignCenter' }

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local shares = dofile(pandoc.path.join({ here, 'tables.lua' })).shares
local long_ones_after = dofile(pandoc.path.join({ here, 'lists.lua' })).long_ones_after

local function aligned(tbl)
  local dense = #tbl.colspecs > 5
  local style = dense and 'Table Text Dense' or 'Table Text'
  local function set(rows)
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row.cells) do
        for _, class in ipairs(cell.attr.classes) do
          if CLASSES[class] then cell.alignment = CLASSES[class] end
        end
        local blocks = as_paragraphs(cell.contents)
        if cell.col_span == #tbl.colspecs and cell.col_span > 1 then -- it heads a group of rows
          blocks = blocks:walk({ Para = function(para) return pandoc.Para({ pandoc.Strong(para.content) }) end })
        end
        cell.contents = { styled(blocks, style) }
      end
    end
  end
  set(tbl.head.rows)
  local rows = pandoc.List()
  for _, body in ipairs(tbl.bodies) do
    set(body.head)
    set(body.body)
    rows:extend(body.head)
    rows:extend(body.body)
  end
  -- A table of several bodies would lose the order of its headings of groups.
  if #tbl.bodies > 1 then
    local first = tbl.bodies[1]
    first.head = {}
    first.body = rows
    tbl.bodies = { first }
  end
  for position, share in ipairs(shares(tbl, dense and DENSE_ROOM or ROOM)) do
    tbl.colspecs[position] = { tbl.colspecs[position][1], share }
  end
  return tbl
end

local function as_table(block)
  if block.t == 'Table' then return aligned(block) end
  if block.t == 'RawBlock' and block.format == 'html' then
    local found
    pandoc.read(block.text, 'html').blocks:walk({
      Table = function(tbl) found = found or tbl end,
    })
    return found and aligned(found)
  end
end

local filter

local function table_block(div)
  local caption = pandoc.utils.blocks_to_inlines(pandoc.Blocks(div.content[1].content):walk(filter))
  local out = pandoc.Blocks({})
  for position = 2, #div.content do
    local tbl = as_table(div.content[position])
    if tbl then
      tbl.caption.long = { pandoc.Plain(caption) }
      tbl.identifier = div.identifier
      out:insert(tbl)
    else
      out:insert(div.content[position])
    end
  end
  return out, false
end

local function lone_table(block)
  local tbl = as_table(block)
  if tbl then return tbl, false end
  if block.t == 'RawBlock' then return {} end
end

local SIGNS = { higher = '▲', lower = '▼', same = '■', open = '○', broken = '≠' }

local function verdict(span)
  for _, class in ipairs(span.classes) do
    if SIGNS[class] then
      span.content:insert(1, pandoc.Str(SIGNS[class] .. '\u{00A0}'))
      return pandoc.Strong(span.content)
    end
  end
end

-- A card: its figure, what it is, and the rest, in styles that stand out together.
local function card(item)
  local blocks = pandoc.Blocks(item):walk(filter)
  local first = blocks:remove(1)
  local lead, figure = pandoc.Inlines(first.content), pandoc.Inlines({})
  if lead[1] and lead[1].t == 'Strong' then
    figure = lead:remove(1).content
    if lead[1] and lead[1].t == 'Space' then lead:remove(1) end
  end
  if #blocks == 0 then
    local line = pandoc.Inlines({ pandoc.Strong(figure), pandoc.Space() })
    line:extend(lead)
    return { styled({ pandoc.Para(line) }, 'Card Text') }
  end
  local out = { styled({ pandoc.Para(figure) }, 'Card Figure'),
    styled({ pandoc.Para(lead) }, 'Card Title') }
  out[#out + 1] = styled(blocks:walk({ Image = function(image)
    image.attributes.width = '60%'
    return image
  end }), 'Card Text')
  return out
end

local function cards(div)
  local list = div.content[1]
  if not list or (list.t ~= 'BulletList' and list.t ~= 'OrderedList') then return nil end
  local out = pandoc.Blocks({})
  for _, item in ipairs(list.content) do out:extend(card(item)) end
  return out, false
end

-- Key results in rows: a table of three columns, without a head.
local BOXES = { 'row-result', 'row-line', 'row-change' }
local sheet = false

local function rows(div)
  local list = div.content[1]
  if not list or list.t ~= 'BulletList' then return nil end
  local lines = pandoc.List(list.content):map(function(item)
    local boxes = {}
    for _, block in ipairs(item) do
      for position, name in ipairs(BOXES) do
        if block.t == 'Div' and block.classes:includes(name) then
          local body = pandoc.Blocks(block.content):walk(filter):walk({ Image = function(image)
            image.attributes.width = sheet and '1in' or '1.35in'
            return image
          end })
          boxes[position] = { styled(body, 'Table Text') }
        end
      end
    end
    for position = 1, #BOXES do boxes[position] = boxes[position] or {} end
    return boxes
  end)
  local sides = { 'AlignLeft', 'AlignLeft', 'AlignLeft' }
  local widths = sheet and { 0.38, 0.15, 0.47 } or { 0.37, 0.22, 0.41 }
  local simple = pandoc.SimpleTable({}, sides, widths, {}, lines)
  return pandoc.utils.from_simple_table(simple), false
end

filter = {
  traverse = 'topdown',
  Span = function(span)
    if span.classes:includes('callout-kind') or span.classes:includes('page-of') then return {} end
    if span.classes:includes('verdict') then return verdict(span) end
    if span.classes:includes('caption-detail') then
      return pandoc.Span(span.content, pandoc.Attr('', {}, { { 'custom-style', 'Caption Detail' } }))
    end
  end,
  Image = embed,
  Table = lone_table,
  RawBlock = lone_table,
  Div = function(div)
    if div.classes:includes('table-block') then return table_block(div) end
    if div.classes:includes('content-hidden') then return div.content end
    if div.classes:includes('content-visible') then return {} end
    if div.classes:includes('page-links') then return {} end
    if div.classes:includes('new-page') then
      return pandoc.RawBlock('openxml', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'), false
    end
    if div.classes:includes('key-figures') then return cards(div) end
    if div.classes:includes('key-rows') then return rows(div) end
    if div.classes:includes('contents') then return {} end
    if div.classes:includes('callout') then
      local title = pandoc.Blocks(div.content[1].content):walk(filter)
      if div.classes:includes('folded') then
        local out = pandoc.Blocks({ styled(title, 'Unfolded Title') })
        out:extend(pandoc.Blocks(div.content[2].content):walk(filter))
        return out, false
      end
      local out = pandoc.Blocks({ styled(title, 'Callout Title') })
      out:insert(styled(pandoc.Blocks(div.content[2].content):walk(filter), 'Callout'))
      return out, false
    end
    for class, name in pairs({ headline = 'Lead', lead = 'Lead', note = 'Source Note', source = 'Source Note' }) do
      if div.classes:includes(class) then
        return styled(pandoc.Blocks(div.content):walk(filter), name), false
      end
    end
  end,
  -- A list of lines stands as close as its lines do on the page.
  BulletList = function(list)
    for _, item in ipairs(list.content) do
      if #item ~= 1 or (item[1].t ~= 'Para' and item[1].t ~= 'Plain') then return nil end
    end
    for _, item in ipairs(list.content) do item[1] = pandoc.Plain(item[1].content) end
    return list
  end,
  -- The title takes the place of a heading in the page; here chapters are first-level.
  Header = function(header)
    header.level = math.max(header.level - 1, 1)
    return header
  end,
  Link = function(link)
    if link.target:match('^%.%.?/') then return link.content end
  end,
}

function Pandoc(doc)
  -- A table of contents would be empty until a reader updates it, under an English title.
  doc.meta.toc = nil
  sheet = doc.meta.sheet == true
  doc.blocks = long_ones_after(doc.blocks):walk(filter)
  return doc
end
