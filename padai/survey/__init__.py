"""DEFINE: the survey definition, as frozen models, and its loading."""

from padai.survey.definition import QuestionnaireFile, Survey, SurveyFile
from padai.survey.design_spec import DesignSpec
from padai.survey.duration import estimated_minutes, interview_minutes
from padai.survey.fieldwork import Exclusion, Part, Release, WaveDef
from padai.survey.loading import load_survey
from padai.survey.policies import (
    Block,
    Break,
    Breakdown,
    Confidentiality,
    Family,
    Group,
    KeyResult,
    Methodology,
    NotGiven,
    Reliability,
    Scope,
    Section,
)
from padai.survey.questions import Code, Condition, Margin, MissingCode, Net, Question, Scale
from padai.survey.replicates import ReplicateSpec
from padai.survey.targets import TargetMargin, Targets
from padai.survey.texts import TO_COMPLETE, Text, Wording
from padai.survey.weighting_policy import Collapse, Weighting

__all__ = [
    "TO_COMPLETE",
    "Block",
    "Break",
    "Breakdown",
    "Code",
    "Collapse",
    "Condition",
    "Confidentiality",
    "DesignSpec",
    "Exclusion",
    "Family",
    "Group",
    "KeyResult",
    "Margin",
    "Methodology",
    "MissingCode",
    "Net",
    "NotGiven",
    "Part",
    "Question",
    "QuestionnaireFile",
    "Release",
    "Reliability",
    "ReplicateSpec",
    "Scale",
    "Scope",
    "Section",
    "Survey",
    "SurveyFile",
    "TargetMargin",
    "Targets",
    "Text",
    "WaveDef",
    "Weighting",
    "Wording",
    "estimated_minutes",
    "interview_minutes",
    "load_survey",
]
