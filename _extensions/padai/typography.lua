-- French typography for prose: guillemets, and the spaces that belong to a sign.
--
-- U+00A0 inside « » and before : % $; U+202F before ; ! ?; 1er with its letters raised. Applying
-- it twice changes nothing.
-- Code, raw blocks, addresses, and spans or divs of class "verbatim" or in another language are
-- left as they are. Shared by both engines.

local NBSP = '\u{00A0}'
local NNBSP = '\u{202F}'

local function is_french(lang)
  return lang == nil or lang == '' or lang:sub(1, 2):lower() == 'fr'
end

-- Any space, plain or not, as an alternation of byte strings: Lua patterns know no UTF-8.
local function strip_right(text)
  while true do
    local cut = text:match('^(.*)[ ]$')
      or text:match('^(.*)' .. NBSP .. '$')
      or text:match('^(.*)' .. NNBSP .. '$')
    if not cut then return text end
    text = cut
  end
end

local function strip_left(text)
  while true do
    local cut = text:match('^[ ](.*)$')
      or text:match('^' .. NBSP .. '(.*)$')
      or text:match('^' .. NNBSP .. '(.*)$')
    if not cut then return text end
    text = cut
  end
end

local OPENERS = { ['('] = true, ['['] = true, ['«'] = true, ['“'] = true, ['"'] = true }
local FOLLOWERS = {
  [''] = true, [' '] = true, ['\n'] = true, [')'] = true, [']'] = true, ['»'] = true,
  ['”'] = true, ['"'] = true, ['.'] = true, [','] = true, ['…'] = true,
  [NBSP] = true, [NNBSP] = true,
}

local function characters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

local function last_character(text)
  local start = utf8.offset(text, -1)
  return start and text:sub(start) or ''
end

local SPACED = {
  [';'] = NNBSP, ['!'] = NNBSP, ['?'] = NNBSP, [':'] = NBSP, ['%'] = NBSP, ['$'] = NBSP,
}

-- `before` is the sign ahead of this run of text ('' at the start of a paragraph).
local function french(text, before)
  local signs = characters(text)
  local out = ''
  local i = 1
  while i <= #signs do
    local sign = signs[i]
    local following = signs[i + 1] or ''
    local space = SPACED[sign]
    if sign == '«' then
      local rest = i + 1
      while signs[rest] == ' ' or signs[rest] == NBSP or signs[rest] == NNBSP do rest = rest + 1 end
      out = out .. sign .. NBSP
      i = rest
    elseif sign == '»' then
      out = strip_right(out) .. NBSP .. sign
      i = i + 1
    elseif space then
      local bare = strip_right(out)
      local previous = bare == '' and before or last_character(bare)
      local spaced = bare ~= out
      local ends = FOLLOWERS[following] or SPACED[following] ~= nil
      local applies
      if sign == '%' or sign == '$' then
        applies = previous:match('%d') ~= nil and (spaced or ends)
      else
        applies = previous ~= '' and not OPENERS[previous] and (SPACED[previous] == nil or previous == '%' or previous == '$')
          and (spaced or ends) and ends
      end
      out = (applies and (bare .. space) or out) .. sign
      i = i + 1
    else
      out = out .. sign
      i = i + 1
    end
  end
  return out
end

local function tokens(text)
  local list = pandoc.List()
  local word = ''
  local function flush()
    local ordinal, rest = word:match('^(1)er([%p]*)$')
    if ordinal then
      list:extend({ pandoc.Str('1'), pandoc.Superscript({ pandoc.Str('er') }) })
      word = rest
    end
    if word ~= '' then list:insert(pandoc.Str(word)) end
    word = ''
  end
  for _, sign in ipairs(characters(text)) do
    if sign == ' ' then flush(); list:insert(pandoc.Space())
    elseif sign == '\n' then flush(); list:insert(pandoc.SoftBreak())
    else word = word .. sign end
  end
  flush()
  return list
end

local function is_address(text)
  return text:find('://', 1, true) ~= nil or text:find('%S@%S') ~= nil
end

local typeset

local function typeset_element(inline)
  if inline.t == 'Quoted' then
    local inside = typeset(inline.content, '')
    if inline.quotetype == 'DoubleQuote' then
      local list = pandoc.List({ pandoc.Str('«' .. NBSP) })
      list:extend(inside)
      list:insert(pandoc.Str(NBSP .. '»'))
      return list
    end
    inline.content = inside
  elseif inline.t == 'Span' then
    local foreign = inline.attributes.lang and not is_french(inline.attributes.lang)
    if not inline.classes:includes('verbatim') and not foreign then
      inline.content = typeset(inline.content, '')
    end
  elseif inline.t == 'Note' then
    return pandoc.List({ inline })
  elseif inline.content and inline.t ~= 'Code' and inline.t ~= 'Cite' then
    inline.content = typeset(inline.content, '')
  end
  return pandoc.List({ inline })
end

local function ending(inlines)
  local text = pandoc.utils.stringify(inlines)
  return last_character(text)
end

typeset = function(inlines, before)
  local out = pandoc.List()
  local run = ''
  local function flush()
    if run ~= '' then
      out:extend(tokens(french(run, before)))
      before = last_character(run)
    end
    run = ''
  end
  for _, inline in ipairs(inlines) do
    if inline.t == 'Str' and not is_address(inline.text) then run = run .. inline.text
    elseif inline.t == 'Space' then run = run .. ' '
    elseif inline.t == 'SoftBreak' then run = run .. '\n'
    else
      -- A space before quoted words is kept: it separates words, it belongs to no sign.
      flush()
      local done = inline.t == 'Str' and pandoc.List({ inline }) or typeset_element(inline)
      out:extend(done)
      local last = ending(done)
      before = last ~= '' and last or before
    end
  end
  flush()
  return pandoc.Inlines(out)
end

-- Each paragraph-like block is set once, from its own inlines down; notes hold blocks of their own.
local function set_block(block)
  block.content = typeset(block.content, '')
  return block
end

local filter = {
  traverse = 'topdown',
  Div = function(div)
    local foreign = div.attributes.lang and not is_french(div.attributes.lang)
    if div.classes:includes('verbatim') or foreign then return div, false end
  end,
  Span = function(span)
    local foreign = span.attributes.lang and not is_french(span.attributes.lang)
    if span.classes:includes('verbatim') or foreign then return span, false end
  end,
  Para = set_block,
  Plain = set_block,
  Header = set_block,
  Image = function(image)
    image.caption = typeset(image.caption, '')
    return image
  end,
}

local TITLES = { 'title', 'subtitle', 'abstract', 'banner', 'footer', 'publisher', 'date' }

function Pandoc(doc)
  local lang = doc.meta.lang and pandoc.utils.stringify(doc.meta.lang) or ''
  if lang:sub(1, 2):lower() ~= 'fr' then return doc end
  for _, key in ipairs(TITLES) do
    local value = doc.meta[key]
    local kind = value and pandoc.utils.type(value)
    if kind == 'Inlines' then doc.meta[key] = typeset(value, '')
    elseif kind == 'Blocks' then doc.meta[key] = value:walk(filter)
    elseif kind == 'string' then doc.meta[key] = typeset(tokens(value), '') end
  end
  doc.blocks = doc.blocks:walk(filter)
  return doc
end
