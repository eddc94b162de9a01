-- Where lists stand: what the writers for paper and for word processors share.

local lists = {}

-- A long list before a tall picture would part the heading from it: here the list follows.
local LONG_LIST = 3

-- `both` gives what stands in the list's own place and behind the figure, where either may be shown.
function lists.long_ones_after(blocks, both)
  local out, waiting = pandoc.Blocks({}), pandoc.Blocks({})
  for position, block in ipairs(blocks) do
    local list = block.t == 'BulletList' and #block.content >= LONG_LIST
    local ahead = blocks[position + 1]
    if list and ahead and ahead.t == 'Figure' then
      local here, behind = nil, block
      if both then here, behind = both(block, ahead) end
      out:extend({ here })
      waiting:insert(behind)
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
