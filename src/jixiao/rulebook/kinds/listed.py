"""Points answer by answer: checklists of 是/否 and one choice among named options."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from jixiao.figures import format_number as show
from jixiao.formula import Compare, Name, Tree
from jixiao.rulebook.kinds.rule import Given, Rule
from jixiao.rulebook.kinds.trees import ZERO, call_node, multiply_nodes, number_node, sum_nodes
from jixiao.rulebook.schema import Checklist, Choice, Input


def compile_checklist(score: Checklist, inputs: Mapping[str, Input]) -> Rule:
    """Lower a checklist; an answer 是 is 1, 否 is 0."""
    tree = sum_nodes(
        [multiply_nodes(number_node(Fraction(i.points)), Name(i.input)) for i in score.items]
    )
    labels = {i.input: inputs[i.input].label for i in score.items}
    told = "；".join(f"{labels[i.input]}，得{show(Fraction(i.points))}分" for i in score.items)

    def explain(given: Given) -> str:
        yes = [i for i in score.items if given.inputs.get(i.input)]
        count = f"{len(score.items)}项要点中符合{len(yes)}项"
        if len(yes) < 2:
            return count
        summed = " + ".join(show(Fraction(i.points)) for i in yes)
        return f"{count}，{summed} = {show(given.points)}分"

    return Rule(sentence=told + "；不符合的要点不得分", tree=tree, explain=explain)


def compile_choice(score: Choice, inputs: Mapping[str, Input]) -> Rule:
    """Lower a choice; its input's value is the place of the option among the choices, from 1."""
    options = inputs[score.input].choices
    tree: Tree = ZERO
    for option, points in reversed(list(score.scores.items())):
        place = number_node(Fraction(options.index(option) + 1))
        tree = call_node(
            "if", Compare("=", Name(score.input), place), number_node(Fraction(points)), tree
        )
    told = "；".join(f"{option}，得{show(Fraction(p))}分" for option, p in score.scores.items())

    def explain(given: Given) -> str:
        return f"所选为“{options[int(given.inputs[score.input]) - 1]}”"

    return Rule(sentence=told, tree=tree, explain=explain)
