-- Where lists stand: what the writers for paper and for word processors share.

local lists = {}

-- A long list before a tall picture would part the heading from it: here the list follows.
local LONG_LIST = 3

function lists.long_ones_after(blocks)
  local out, waiting = pandoc.Blocks({}), pandoc.Blocks({})
  for position, block in ipairs(blocks) do
    local list = block.t == 'BulletList' and #block.content >= LONG_LIST
    local ahead = blocks[position + 1]
    if list and ahead and ahead.t == 'Figure' then
      waiting:insert(block)
    else
      out:insert(block)
      local open = ahead and ahead.t == 'Div' and ahead.classes:includes('note')
      if #waiting > 0 and not open then
        out:extend(waiting)
        waiting = pandoc.Blocks({})
      end
    end
  end
  out:extend(waiting)
  return out
end

return lists
