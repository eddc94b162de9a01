-- After Quarto, for word processors: it lays a table into another of one column, whose alignment
-- would come before that of each column within.
if not FORMAT:match('docx') then return {} end

local function holds_a_table(tbl)
  local found = false
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do
        pandoc.Blocks(cell.contents):walk({ Table = function() found = true end })
      end
    end
  end
  return found
end

return { { Table = function(tbl)
  if #tbl.colspecs ~= 1 or not holds_a_table(tbl) then return nil end
  tbl.colspecs[1] = { 'AlignDefault', tbl.colspecs[1][2] }
  return tbl
end } }
