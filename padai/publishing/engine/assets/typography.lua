-- Typography of prose. In every language, spaces that do not break: between a number and its unit,
-- a sign and its number, the parts of a day, a bracket and its short first word.
--
-- In French also guillemets, and the spaces that belong to a sign:
-- U+00A0 inside « » and before : % $; U+202F before ; ! ?; 1er with its letters raised. Applying
-- it twice changes nothing.
-- Code, raw blocks that hold no table, addresses, and spans or divs of class "verbatim" or in another language are
-- left as they are. Shared by both engines.

local NBSP = '\u{00A0}'
local NNBSP = '\u{202F}'

local own = 'fr'

local function language(tag) return (tag:match('^%a+') or ''):lower() end

local function is_foreign(attributes)
  local tag = attributes.lang
  return tag ~= nil and tag ~= '' and language(tag) ~= own
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

local function set(words)
  local found = {}
  for word in words:gmatch('%S+') do found[word] = true end
  return found
end

local MONTHS = {
  fr = set('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  en = set('January February March April May June July August September October November December'),
  es = set('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
}
local UNITS = {
  fr = set('point points % $ an ans mois semaines jours heures minutes résultat résultats personne personnes gens questions séances abstention abstentions'),
  en = set('point points year years months weeks days hours minutes result results person people questions sessions abstention abstentions'),
  es = set('punto puntos % $ año años meses semanas días horas minutos resultado resultados persona personas preguntas sesiones abstención abstenciones'),
}
local BETWEEN = { fr = 'à', en = 'to', es = 'a' }
local SIGNS = set('± + − = ≈ ≠ < > &lt &gt ≤ ≥ × ~')

-- What follows the last space that does not break, without the signs that close or open it.
local function bare(word)
  for _, space in ipairs({ NBSP, NNBSP }) do
    local last = word:match('.*' .. space .. '(.*)$')
    if last then word = last end
  end
  return (word:gsub('^[%(%[]+', ''):gsub('[%.,;:!?%)%]]+$', ''))
end

local function is_size(word) return word:match('[%d%%]$') ~= nil and not word:match('^%d%d%d%d$') end
local function is_day(word) return word:match('^%d%d?$') or word == '1er' end
local function is_year(word) return word:match('^%d%d%d%d$') ~= nil end

-- Whether two words that follow each other are of one day; `back` and `ahead` stand around them.
local function of_a_day(back, left, right, ahead)
  local months = MONTHS[own]
  if not months then return false end
  if own == 'en' and (months[left] and is_day(right) or months[back] and is_day(left) and is_year(right)) then
    return true
  end
  if own ~= 'es' then return is_day(left) and months[right] or months[left] and is_year(right) end
  return is_day(left) and right == 'de' and months[ahead] or left == 'de' and months[right] and is_day(back)
    or months[left] and right == 'de' and is_year(ahead) or left == 'de' and months[back] and is_year(right)
end

-- Whether two words that follow each other are of the two ends of an interval.
local function of_a_range(back, left, right, ahead)
  local word = BETWEEN[own]
  if left == word then return is_size(back) and is_size(right) end
  return right == word and is_size(left) and is_size(ahead)
end

local function is_short(word)
  local inside = word:match('^[%(%[]+(.+)$')
  return inside ~= nil and utf8.len(inside) ~= nil and utf8.len(inside) <= 2
end

local function is_bound(words, i)
  local left, right = words[i], words[i + 1]
  if left == '' or right == '' then return false end
  local l, r = bare(left), bare(right)
  if is_short(left) then return true end
  if SIGNS[l] and (r:match('^%d') or utf8.len(r) == 1) or SIGNS[r] and utf8.len(l) == 1 then return true end
  if l:match('%d$') and left:match('%d$') and (UNITS[own] or {})[r] then return true end
  local back, ahead = bare(words[i - 1] or ''), bare(words[i + 2] or '')
  return of_a_range(back, l, r, ahead) or of_a_day(back, l, r, ahead)
end

-- Bind the spaces of a run of text that must not break; those at its ends are left.
local function bound(text)
  local words, spaces, from = {}, {}, 1
  for at, space in text:gmatch('()([ \n])') do
    words[#words + 1] = text:sub(from, at - 1)
    spaces[#spaces + 1] = space
    from = at + 1
  end
  words[#words + 1] = text:sub(from)
  local out = words[1]
  for i, space in ipairs(spaces) do
    out = out .. (is_bound(words, i) and NBSP or space) .. words[i + 1]
  end
  return out
end

local function tokens(text)
  local list = pandoc.List()
  local word = ''
  local function flush()
    local before, rest = word:match('^(%p?)1er([%p]*)$')
    if not rest then before, rest = word:match('^(%p?)1er(' .. NBSP .. '.*)$') end
    if rest and own == 'fr' then
      list:extend({ pandoc.Str(before .. '1'), pandoc.Superscript({ pandoc.Str('er') }) })
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
    if inline.quotetype == 'DoubleQuote' and own == 'fr' then
      local list = pandoc.List({ pandoc.Str('«' .. NBSP) })
      list:extend(inside)
      list:insert(pandoc.Str(NBSP .. '»'))
      return list
    end
    inline.content = inside
  elseif inline.t == 'Span' then
    if not inline.classes:includes('verbatim') and not is_foreign(inline.attributes) then
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
      out:extend(tokens(bound(own == 'fr' and french(run, before) or run)))
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

-- The cells of a table that is written in HTML. Those of numbers have a rule of their own: a page
-- parts none, and paper needs to.
local function set_cells(block)
  if not (block.format == 'html' and block.text:find('<table', 1, true)) then return nil end
  block.text = block.text:gsub('(<t[dh][^>]*>)(.-)(</t[dh]>)', function(opening, inside, closing)
    if opening:find('class="right"', 1, true) then return nil end
    local cell = (opening .. inside):gsub('(<[^>]*>)([^<]+)', function(mark, text)
      if is_foreign({ lang = mark:match('%slang="([^"]*)"') }) then return nil end
      return mark .. bound(text)
    end)
    return cell .. closing
  end)
  return block
end

-- Each paragraph-like block is set once, from its own inlines down; notes hold blocks of their own.
local function set_block(block)
  block.content = typeset(block.content, '')
  return block
end

local filter = {
  traverse = 'topdown',
  Div = function(div)
    if div.classes:includes('verbatim') or is_foreign(div.attributes) then return div, false end
  end,
  Span = function(span)
    if span.classes:includes('verbatim') or is_foreign(span.attributes) then return span, false end
  end,
  RawBlock = set_cells,
  Para = set_block,
  Plain = set_block,
  Header = set_block,
  Image = function(image)
    image.caption = typeset(image.caption, '')
    return image
  end,
}

local TITLES = { 'title', 'subtitle', 'abstract', 'banner', 'footer', 'publisher', 'date', 'date-as-written' }

function Pandoc(doc)
  own = language(doc.meta.lang and pandoc.utils.stringify(doc.meta.lang) or '')
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
