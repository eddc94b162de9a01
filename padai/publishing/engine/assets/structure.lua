-- Number figures, tables and sections, resolve cross references, give callouts their title.
--
-- The embedded engine's own filter; in Quarto, Quarto does this. What is outside of the subset is
-- refused with the place that the last marker gave ("padai-place" raw blocks).

local WORDS = {
  fr = {
    fig = 'Figure', tbl = 'Tableau', sec = 'Section', note = 'Note', tip = 'Astuce',
    within = string.lower,
    important = 'Important', warning = 'Avertissement', caution = 'Mise en garde',
  },
  en = {
    fig = 'Figure', tbl = 'Table', sec = 'Section', note = 'Note', tip = 'Tip',
    important = 'Important', warning = 'Warning', caution = 'Caution',
  },
}
local NBSP = '\u{00A0}'
local CALLOUTS = { 'note', 'tip', 'important', 'warning', 'caution' }

local words = WORDS.fr
local place = ''
local numbered_sections = false
local counts = { fig = 0, tbl = 0 }
local section = {}
local top_level = 1
local labels = {}

local function refuse(en, fr)
  error('[[padai-refused\t' .. place .. '\t' .. en .. '\t' .. fr .. ']]', 0)
end

local function is_marker(block)
  return block.t == 'RawBlock' and block.format == 'padai-place'
end

local function plain(inlines)
  return pandoc.utils.stringify(inlines):lower():gsub('[%s%p]+', ' ')
end

local function register(id, kind, number)
  if labels[id] then
    refuse('label `' .. id .. '` is used twice.', 'l’étiquette `' .. id .. '` sert deux fois.')
  end
  labels[id] = { kind = kind, number = number }
end

local function numbered(kind, number, caption)
  local list = pandoc.List({
    pandoc.Span({ pandoc.Str(words[kind] .. NBSP .. number .. '.') }, { class = 'caption-number' }),
    pandoc.Space(),
  })
  list:extend(caption)
  return pandoc.Inlines(list)
end

local function with_alt(image, caption)
  local alt = image.attributes['fig-alt']
  local source = '`' .. image.src .. '`'
  if not alt or alt:match('^%s*$') then
    refuse('the figure ' .. source .. ' has no `fig-alt`. Say in words what the picture shows.',
      'la figure ' .. source .. ' n’a pas de `fig-alt`. Dites en mots ce que l’image montre.')
  end
  if plain(pandoc.Inlines({ pandoc.Str(alt) })) == plain(caption) then
    refuse('`fig-alt` of ' .. source .. ' repeats the caption. Say what the picture shows.',
      '`fig-alt` de ' .. source .. ' répète la légende. Dites ce que l’image montre.')
  end
  image.attributes['fig-alt'] = nil
  image.caption = pandoc.Inlines({ pandoc.Str(alt) })
  return image
end

local function figure(block)
  local inlines = pandoc.utils.blocks_to_inlines(block.caption.long)
  local seen = 0
  block = block:walk({
    Image = function(image)
      seen = seen + 1
      return with_alt(image, inlines)
    end,
  })
  if seen ~= 1 then refuse('a figure holds one picture.', 'une figure contient une image.') end
  if block.identifier:match('^fig%-') then
    counts.fig = counts.fig + 1
    register(block.identifier, 'fig', tostring(counts.fig))
    block.caption.long = { pandoc.Plain(numbered('fig', counts.fig, inlines)) }
  end
  return block, false
end

-- A numbered table is a div of class "table-block": its caption, then the table or its raw HTML.
local function table_block(id, caption, content)
  counts.tbl = counts.tbl + 1
  register(id, 'tbl', tostring(counts.tbl))
  local head = pandoc.Div(
    { pandoc.Plain(numbered('tbl', counts.tbl, caption)) }, { class = 'table-caption' })
  local blocks = pandoc.Blocks({ head })
  blocks:extend(content)
  return pandoc.Div(blocks, pandoc.Attr(id, { 'table-block' }))
end

local function table_div(div)
  local last = div.content[#div.content]
  if not last or (last.t ~= 'Para' and last.t ~= 'Plain') then
    refuse('table `' .. div.identifier .. '` has no caption (a last paragraph in its div).',
      'le tableau `' .. div.identifier .. '` n’a pas de légende (dernier paragraphe de son bloc).')
  end
  div.content:remove(#div.content)
  local content = div.content:filter(function(block) return not is_marker(block) end)
  if #content == 0 then
    refuse('table `' .. div.identifier .. '` is empty.',
      'le tableau `' .. div.identifier .. '` est vide.')
  end
  return table_block(div.identifier, last.content, content)
end

local function captioned_table(tbl)
  if not tbl.identifier:match('^tbl%-') then return nil end
  local id = tbl.identifier
  local caption = pandoc.utils.blocks_to_inlines(tbl.caption.long)
  if #caption == 0 then
    refuse('table `' .. id .. '` has no caption.', 'le tableau `' .. id .. '` n’a pas de légende.')
  end
  tbl.identifier = ''
  tbl.caption.long = {}
  return table_block(id, caption, { tbl }), false
end

local function callout(div, kind)
  local title = div.attributes.title
  local inlines
  local body = div.content:filter(function(block) return not is_marker(block) end)
  if title then
    inlines = pandoc.Inlines({ pandoc.Str(title) })
  elseif body[1] and body[1].t == 'Header' then
    inlines = body[1].content
    body:remove(1)
  else
    inlines = pandoc.Inlines({ pandoc.Str(words[kind]) })
  end
  -- A title of its own hides the kind, which colour alone would tell.
  local told = pandoc.utils.stringify(inlines)
  if told ~= words[kind] then
    inlines:insert(1, pandoc.Space())
    inlines:insert(1, pandoc.Span({ pandoc.Str(words[kind]) }, { class = 'callout-kind' }))
  end
  local folded = div.attributes.collapse == 'true' and { 'folded' } or {}
  for key in pairs(div.attributes) do
    if key ~= 'title' and key ~= 'collapse' and key ~= 'icon' and key ~= 'appearance' then
      refuse('callout attribute `' .. key .. '` is not supported.',
        'l’attribut d’encadré `' .. key .. '` n’est pas admis.')
    end
  end
  local classes = pandoc.List({ 'callout', 'callout-' .. kind })
  classes:extend(folded)
  return pandoc.Div({
    pandoc.Div({ pandoc.Plain(inlines) }, { class = 'callout-title' }),
    pandoc.Div(body, { class = 'callout-body' }),
  }, pandoc.Attr(div.identifier, classes))
end

local function div(block)
  if block.identifier:match('^tbl%-') then return table_div(block), false end
  if block.identifier:match('^fig%-') then
    refuse('a div labelled `' .. block.identifier .. '` (sub-figures) is not supported.',
      'un bloc étiqueté `' .. block.identifier .. '` (sous-figures) n’est pas admis.')
  end
  for _, kind in ipairs(CALLOUTS) do
    if block.classes:includes('callout-' .. kind) then return callout(block, kind) end
  end
  local conditional = block.classes:includes('content-visible') or block.classes:includes('content-hidden')
  if conditional and block.attributes['when-format'] ~= 'html' then
    refuse('`.content-visible` and `.content-hidden` need `when-format="html"`, the one condition that is supported.',
      '`.content-visible` et `.content-hidden` demandent `when-format="html"`, seule condition admise.')
  end
end

local function header(block)
  if numbered_sections and not block.classes:includes('unnumbered') then
    local depth = block.level - top_level + 1
    for level = 1, depth do section[level] = section[level] or 0 end
    section[depth] = section[depth] + 1
    for level = depth + 1, #section do section[level] = nil end
    local number = table.concat(section, '.', 1, depth)
    block.attributes.number = number
    if block.identifier:match('^sec%-') then register(block.identifier, 'sec', number) end
    block.content:insert(1, pandoc.Space())
    block.content:insert(1,
      pandoc.Span({ pandoc.Str(number) }, { class = 'header-section-number' }))
  elseif block.identifier:match('^sec%-') then
    register(block.identifier, 'sec', false)
  end
  block.level = math.min(block.level - top_level + 2, 6)
  return block
end

local function raw(block)
  if is_marker(block) then
    place = block.text
    return nil
  end
  if block.format ~= 'html' then
    refuse('raw `' .. block.format .. '` is not supported.',
      'le brut `' .. block.format .. '` n’est pas admis.')
  end
end

local number_filter = {
  traverse = 'topdown',
  RawBlock = raw,
  RawInline = function()
    refuse('raw text inside a line is not supported.',
      'du texte brut dans une ligne n’est pas admis.')
  end,
  Math = function(math)
    refuse('mathematics (`$' .. math.text .. '$`) is not supported; write an amount as `5\\ $`.',
      'les mathématiques (`$' .. math.text .. '$`) ne sont pas admises; un montant s’écrit `5\\ $`.')
  end,
  Figure = figure,
  Image = function(image) return with_alt(image, image.caption) end,
  Table = captioned_table,
  Div = div,
  Header = header,
}

-- In a French sentence it is « la figure 1 »; `@Fig-x` begins a sentence, in both engines.
local function reference(citation)
  local id = citation.id:gsub('^%u', string.lower)
  local capital = id ~= citation.id
  local found = labels[id]
  if not found then
    if id:match('^fig%-') or id:match('^tbl%-') or id:match('^sec%-') then
      refuse('`@' .. id .. '` refers to a label that no figure, table or section has.',
        '`@' .. id .. '` renvoie à une étiquette que rien ne porte (figure, tableau, section).')
    end
    refuse('`@' .. id .. '`: citations are not supported; write `\\@` for the sign itself.',
      '`@' .. id .. '` : les citations ne sont pas admises; le signe lui-même s’écrit `\\@`.')
  end
  if not found.number then
    refuse('`@' .. id .. '` needs `number-sections: true`.',
      '`@' .. id .. '` demande `number-sections: true`.')
  end
  local bare = citation.mode == 'SuppressAuthor'
  local word = words[found.kind]
  if words.within and not capital then word = words.within(word) end
  local text = bare and found.number or (word .. NBSP .. found.number)
  return pandoc.Link({ pandoc.Str(text) }, '#' .. id, '', { class = 'xref' })
end

local function cite(element)
  local list = pandoc.List()
  for position, citation in ipairs(element.citations) do
    if position > 1 then list:extend({ pandoc.Str(','), pandoc.Space() }) end
    if #citation.prefix > 0 then
      list:extend(citation.prefix)
      list:insert(pandoc.Space())
    end
    list:insert(reference(citation))
    list:extend(citation.suffix)
  end
  return list
end

function Pandoc(doc)
  local lang = pandoc.utils.stringify(doc.meta.lang or 'fr')
  words = WORDS[lang:sub(1, 2):lower()] or WORDS.en
  local given = doc.meta['padai-words']
  if given then
    words = { within = pandoc.text.lower }
    for name, text in pairs(given) do words[name] = pandoc.utils.stringify(text) end
  end
  numbered_sections = doc.meta['number-sections'] == true
  place = pandoc.utils.stringify(doc.meta['padai-document'] or '')
  top_level = 6
  doc.blocks:walk({ Header = function(block)
    top_level = math.min(top_level, block.level)
  end })
  doc.blocks = doc.blocks:walk(number_filter)
  local reference_filter = {
    traverse = 'topdown',
    RawBlock = function(block)
      raw(block)
      if is_marker(block) then return {} end
    end,
    Cite = cite,
  }
  place = pandoc.utils.stringify(doc.meta['padai-document'] or '')
  doc.blocks = doc.blocks:walk(reference_filter)
  if doc.meta.abstract and pandoc.utils.type(doc.meta.abstract) == 'Blocks' then
    doc.meta.abstract = doc.meta.abstract:walk(number_filter):walk(reference_filter)
  end
  return doc
end
