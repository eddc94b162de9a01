-- Write a report for word processors: PNG pictures, tables from raw HTML, callouts as styles.

local function styled(blocks, name)
  return pandoc.Div(blocks, pandoc.Attr('', {}, { { 'custom-style', name } }))
end

local function embed(image)
  local source = image.src:gsub('%.svg$', '.png')
  local file = io.open(source, 'rb')
  if not file then
    error('[[padai-refused\t' .. source .. '\tthere is no PNG beside the SVG for docx.]]', 0)
  end
  pandoc.mediabag.insert(source, 'image/png', file:read('a'))
  file:close()
  image.src = source
  image.attributes.width = '100%'
  return image
end

local CLASSES = { right = 'AlignRight', num = 'AlignRight', center = 'AlignCenter' }

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local shares = dofile(pandoc.path.join({ here, 'tables.lua' })).shares

local function aligned(tbl)
  local function set(rows)
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row.cells) do
        for _, class in ipairs(cell.attr.classes) do
          if CLASSES[class] then cell.alignment = CLASSES[class] end
        end
        cell.contents = { styled(cell.contents, 'Table Text') }
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
  for position, share in ipairs(shares(tbl)) do
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

local function table_block(div)
  local caption = pandoc.utils.blocks_to_inlines(div.content[1].content)
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

local filter
filter = {
  traverse = 'topdown',
  Span = function(span)
    if span.classes:includes('callout-kind') then return {} end
  end,
  Image = embed,
  Table = lone_table,
  RawBlock = lone_table,
  Div = function(div)
    if div.classes:includes('table-block') then return table_block(div) end
    if div.classes:includes('page-links') then return {} end
    if div.classes:includes('callout') then
      local title = pandoc.Blocks(div.content[1].content):walk(filter)
      local out = pandoc.Blocks({ styled(title, 'Callout Title') })
      out:insert(styled(pandoc.Blocks(div.content[2].content):walk(filter), 'Callout'))
      return out, false
    end
    for class, name in pairs({ lead = 'Lead', note = 'Source Note', source = 'Source Note' }) do
      if div.classes:includes(class) then
        return styled(pandoc.Blocks(div.content):walk(filter), name), false
      end
    end
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
  doc.blocks = doc.blocks:walk(filter)
  return doc
end
