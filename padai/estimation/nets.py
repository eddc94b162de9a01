"""Which nets of a question a call asks for, and of which codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from padai.errors import DefinitionError, Said, nearest
from padai.waves.coding import label_of, mistaken

if TYPE_CHECKING:
    from padai.survey import Question

Net = str | Mapping[str, Any] | None
_SHOWN = 20


def nets_of(
    question: Question | None, net: Net, labels: Sequence[str], name: str, defined: bool
) -> dict[str, tuple[set[str], set[str]]]:
    """Return each net's codes and subtracted codes; a code that nobody gave counts nobody.

    Where codes are `defined`, by a scale or by options named in the call, another one is refused.
    """
    declared = {n.id: (set(n.codes), set(n.minus)) for n in question.all_nets} if question else {}
    if net is None:
        return declared
    if isinstance(net, str):
        if net in declared:
            return {net: declared[net]}
        if not mistaken([net], labels, defined=defined):
            return {net: ({net}, set())}
        _refuse_net(name, net, [*declared, *labels], defined)
    if not isinstance(net, Mapping):
        raise DefinitionError(
            Said(
                "estimation-net-of-is-a-declared-name-a-code-or-a",
                name=name,
                name_2=type(net).__name__,
            ),
        )
    if not net:
        raise DefinitionError(
            Said("estimation-net-of-is-an-empty-mapping-name-a-net", name=name),
        )
    nets = {label: _codes_of(label, wanted, name) for label, wanted in net.items()}
    held = defined or set(labels) <= {"True", "False"}
    for label, (plus, minus) in nets.items():
        unknown = sorted((plus | minus) - set(labels)) if held else []
        if unknown:
            raise DefinitionError(
                Said(
                    "estimation-net-of-uses-codes-that-it-lacks-it-has",
                    label=label,
                    name=name,
                    unknown=", ".join(unknown),
                    labels=", ".join(labels),
                    hint=nearest(unknown[0], labels),
                ),
            )
    return {str(label): sets for label, sets in nets.items()}


def _codes_of(label: object, wanted: Any, name: str) -> tuple[set[str], set[str]]:
    """Return the codes that a net counts, and those that it takes away."""
    plus, minus = (
        (wanted.get("codes", ()), wanted.get("minus", ()))
        if isinstance(wanted, Mapping)
        else (wanted, ())
    )
    if plus is not None and minus is not None:
        counted, taken = ({label_of(c) for c in _listed(part)} for part in (plus, minus))
        if counted:
            return counted, taken
    raise DefinitionError(
        Said("estimation-net-of-names-no-code-list-one-at-least", label=label, name=name),
    )


def _refuse_net(name: str, net: str, known: Sequence[str], defined: bool) -> NoReturn:
    hint = nearest(net, known)
    way = Said("", "")
    if not defined:
        way = Said("estimation-a-code-that-nobody-gave-is-asked-for-by", net=net)
    there = _some(known)
    raise DefinitionError(
        Said(
            "estimation-has-no-net-or-code-it-has",
            name=name,
            net=net,
            there=there,
            hint=hint,
            way=way,
        ),
    )


def _some(names: Sequence[str]) -> str:
    """List names, the first of many."""
    shown = ", ".join(names[:_SHOWN])
    return f"{shown}, ... ({len(names)})" if len(names) > _SHOWN else shown


def _listed(value: Any) -> list[Any]:
    return [value] if isinstance(value, (str, int, float)) else list(value)
