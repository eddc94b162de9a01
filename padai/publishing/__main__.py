"""Publishing in a process of its own, which is given a store and no way to a respondent.

``python -m padai.publishing`` reads one JSON request on standard input and writes one JSON line a
message on standard output: ``{"progress": ...}``, then ``{"files": [...]}`` or ``{"error": ...}``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from padai.errors import PadaiError
from padai.publishing.release import publish


def _say(**message: object) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Carry out the request on standard input."""
    request = json.loads(sys.stdin.read())
    out_dir = Path(request["out_dir"])
    try:
        files = publish(
            Path(request["store_dir"]),
            out_dir,
            languages=request["languages"],
            formats=request["formats"],
            engine=request["engine"],
            overrides=Path(request["overrides"]) if request["overrides"] else None,
            what=request["what"],
            progress=lambda text: _say(progress=text),
        )
    except PadaiError as error:
        extra = getattr(error, "extra", None)
        _say(error=str(error), extra=extra, exit_code=error.exit_code)
        return error.exit_code
    _say(files=[str(path.relative_to(out_dir)) for path in files])
    return 0


if __name__ == "__main__":
    sys.exit(main())
