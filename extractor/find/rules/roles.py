"""Role phrases: with whom, through whom and on whose advice an official acts.

``yields``: ``through`` (the doer's own officer), ``consult``, ``coordinate`` or ``other`` (named, but neither).
"""

from __future__ import annotations

from extractor.find.rules.rule import Rule, phrase

RULES: tuple[Rule, ...] = (
    Rule(
        "role.through", "through",
        [phrase("acting|working|including? through"), phrase("through"), phrase("acting by and through"), phrase("or through")],
        ("The Secretary of Energy, acting through the Under Secretary, shall act.", "The Secretary through the Director shall act."),
        ("The Secretary throughout shall act.",),
    ),
    Rule(
        "role.consultation", "consult",
        [
            phrase("in close? full? continuing? consultation with"), phrase("in consultation , as appropriate|needed|necessary , with"), phrase("in consultation as appropriate|needed|necessary with"),
            phrase("after appropriate|due|full? consultation with"), phrase("after consultation , as|where|when appropriate|needed|necessary , with"),
            phrase("after consultation as|where|when appropriate|needed|necessary with"),
            phrase("after consulting with?"), phrase("consulting with?"), phrase("upon consultation with"),
            phrase("following consultation with"), phrase("with the advice of"), phrase("with advice from"), phrase("having consulted with?"),
            phrase("based on|upon consultation with"), phrase("in conference with"), phrase("with input from"),
            phrase("on|upon the advice of"), phrase("and in? consultation with"), phrase("in consultation and in? coordination with"),
            phrase("in consultation , when|where appropriate , with"),
        ],
        ("The Secretary, in consultation with the Director, shall act.", "The Director shall, after consulting the Chair, act."),
        ("The consultation with industry shall begin.",),
    ),
    Rule(
        "role.coordination", "coordinate",
        [
            phrase("in close|full|continuing|voluntary|appropriate|direct? coordination|collaboration|cooperation|partnership|conjunction|concert with"),
            phrase("in close? coordination , as appropriate|needed|necessary , with"), phrase("in coordination as appropriate|needed|necessary with"),
            phrase("in coordination and|or in? consultation|collaboration|cooperation with"),
            phrase("in collaboration|cooperation|partnership and|or in? coordination|consultation|collaboration with"),
            phrase("after appropriate? coordination|collaboration with"), phrase("after coordination|collaboration as|where|when appropriate|needed|necessary with"),
            phrase("jointly with"), phrase("together with"), phrase("along with"), phrase("working|acting with"),
            phrase("working|acting in coordination|collaboration|consultation|conjunction|cooperation with"),
            phrase("working|acting jointly|together|closely with"), phrase("coordinating with"),
            phrase("with the assistance|concurrence|support|approval|cooperation|agreement|participation|coordination|help|consent|input of|from"),
            phrase("with assistance|concurrence|support|coordination|agreement|participation|cooperation of|from"),
            phrase("with appropriate support from"), phrase("subject to the concurrence of"), phrase("supported|assisted by"),
            phrase("in close? tandem with"), phrase("as coordinated with"),
        ],
        ("The Secretary, in coordination with the Administrator, shall act.", "The Secretary, after coordination as needed with millers, shall act.", "The Secretary, with the concurrence of the Chair, shall act."),
        ("The Secretary shall coordinate with the Administrator.",),
    ),
)  # fmt: skip
