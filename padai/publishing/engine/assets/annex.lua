-- On paper nothing unfolds: a folded table goes to an annex, and a line says where it stands. A
-- document whose tables are apart, in one of their own, has no annex.

local WORDS = {
  fr = {
    title = 'Annexe. Tableaux de données', one = 'tableau', many = 'tableaux', last = 'et',
    page = 'page', colon = '\u{00A0}: ', fold = ' %(tableaux?%)$',
    apart = { ' du document «\u{00A0}', '\u{00A0}»' },
  },
  en = {
    title = 'Annex. Data tables', one = 'table', many = 'tables', last = 'and',
    page = 'page', colon = ': ', fold = ' %(tables?%)$',
    apart = { ' of the document “', '”' },
  },
}
local NBSP = '\u{00A0}'

local words = WORDS.fr
local annex = pandoc.Blocks({})
local apart = nil

local function labels_of(body)
  local found = pandoc.List()
  body:walk({ Div = function(div)
    if div.classes:includes('table-block') and div.identifier ~= '' then
      local number = pandoc.utils.stringify(div.content[1]):match('(%d+)%.')
      found:insert({ id = div.identifier, number = number })
    end
  end })
  return found
end

local function where(title, labels)
  local name = pandoc.utils.stringify(title):gsub(words.fold, '')
  local line = pandoc.Inlines({ pandoc.Str(name .. words.colon) })
  line:insert(pandoc.Str((#labels == 1 and words.one or words.many) .. NBSP))
  for position, label in ipairs(labels) do
    if position > 1 then
      line:insert(pandoc.Str(position == #labels and ' ' .. words.last .. ' ' or ', '))
    end
    local number = pandoc.Str(label.number)
    line:insert(apart and number or pandoc.Link({ number }, '#' .. label.id))
  end
  if apart then
    line:insert(pandoc.Str(words.apart[1] .. apart .. words.apart[2] .. '.'))
    return pandoc.Div({ pandoc.Para(line) }, { class = 'note where' })
  end
  line:insert(pandoc.Span({ pandoc.Str(', ' .. words.page .. NBSP) },
    pandoc.Attr('', { 'page-of' }, { { 'label', labels[1].id } })))
  line:insert(pandoc.Str('.'))
  return pandoc.Div({ pandoc.Para(line) }, { class = 'note' })
end

local function moved(div)
  if not (div.classes:includes('callout') and div.classes:includes('folded')) then return nil end
  local body = div.content[2]
  local labels = labels_of(body)
  if #labels == 0 then return nil end
  if not apart then annex:extend(body.content) end
  local title = pandoc.utils.blocks_to_inlines(div.content[1].content):filter(function(inline)
    return not (inline.t == 'Span' and inline.classes:includes('callout-kind'))
  end)
  while title[1] and title[1].t == 'Space' do title:remove(1) end
  return where(title, labels), false
end

-- Where the tables are apart, the line that names one ends the note of its figure: alone, it would
-- begin a page.
local function in_note(blocks)
  local out = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    local last = out[#out]
    local note = last and last.t == 'Div' and last.classes:includes('note') and last.content[#last.content]
    if block.t == 'Div' and block.classes:includes('where') and note and note.t == 'Para' then
      note.content:insert(pandoc.Space())
      note.content:extend(block.content[1].content)
      last.content[#last.content] = note
    else
      out:insert(block)
    end
  end
  return out
end

function Pandoc(doc)
  local lang = pandoc.utils.stringify(doc.meta.lang or 'fr')
  words = WORDS[lang:sub(1, 2):lower()] or WORDS.en
  local given = doc.meta['padai-words']
  if given then
    local text = function(name) return pandoc.utils.stringify(given[name]) end
    local before, after = text('apart'):match('^(.-)@(.*)$')
    words = {
      title = text('title'), one = text('one'), many = text('many'), last = text('last'):match('%S+'),
      page = text('page'), colon = text('colon'), fold = ' %([^()]*%)$', apart = { before, after },
    }
    doc.meta['padai-words'] = nil
  end
  if doc.meta['tables-apart'] then apart = pandoc.utils.stringify(doc.meta['tables-apart']) end
  doc.blocks = doc.blocks:walk({ traverse = 'topdown', Div = moved })
  if apart then doc.blocks = doc.blocks:walk({ Blocks = in_note }) end
  if #annex > 0 then
    local level = 6
    doc.blocks:walk({ Header = function(header) level = math.min(level, header.level) end })
    -- the text ends here: after tables that fill their page, what ends it would have one of its own
    doc.blocks:insert(pandoc.Div({}, { class = 'colophon' }))
    doc.blocks:insert(pandoc.Div({}, { class = 'new-page' }))
    doc.blocks:insert(pandoc.Header(level, { pandoc.Str(words.title) },
      pandoc.Attr('data-tables', { 'unnumbered' })))
    doc.blocks:extend(annex)
  end
  return doc
end
