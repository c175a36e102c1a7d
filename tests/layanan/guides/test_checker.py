"""The requirement checker's rules: every way ends in a list, and what would not is told."""

from hypothesis import given
from hypothesis import strategies as st

from layanan.guides.checker import Answer, Question, conditions, faults, is_needed, outline, walk

ALWAYS = [()]


def tree(**questions: str) -> list[Question]:
    """`tree(sebab="hilang baru>asal", asal="luar")`: keys of answers, each with where it leads."""
    return [
        Question(key, key, tuple(Answer(a, a, following) for a, _, following in map(_split, answers.split())))
        for key, answers in questions.items()
    ]


def _split(answer: str) -> tuple[str, str, str]:
    return answer.partition(">")


def told(questions, requirements=ALWAYS) -> list[tuple[str, int | None, int | None, str]]:
    return [(f.message, f.question, f.answer, f.field) for f in faults(questions, requirements)]


def test_a_tree_without_fault():
    assert told(tree(a="hilang baru>b", b="nikah pindah")) == []


def test_two_questions_or_two_answers_of_one_key_are_told():
    twice = [*tree(a="x y>b", b="z"), *tree(b="w")]
    message = "Kunci “b” dipakai dua pertanyaan. Beri kunci lain."
    assert told(twice) == [(message, 1, None, "key"), (message, 2, None, "key")]
    message = "Kunci “x” dipakai dua jawaban. Beri kunci lain."
    assert told(tree(a="x y>b", b="x")) == [(message, 0, 0, "key"), (message, 1, 0, "key")]


def test_a_question_without_answers_and_a_target_that_is_not_there_are_dead_ends():
    assert told(tree(a="x>b y>zzz", b="")) == [
        ("Tidak ada pertanyaan dengan kunci “zzz”.", 0, 1, "next"),
        ("Pertanyaan ini buntu: belum ada jawabannya.", 1, None, "answers"),
    ]


def test_a_loop_is_told_at_each_answer_of_it():
    message = "Jawaban ini memutar: warga kembali ke pertanyaan yang sama."
    assert told(tree(a="x>b w", b="y>c", c="z>b")) == [(message, 1, 0, "next"), (message, 2, 0, "next")]
    assert told(tree(a="x>a")) == [(message, 0, 0, "next")]


def test_a_question_that_nothing_leads_to_is_told():
    assert told(tree(a="x", b="y")) == [("Tidak ada jawaban yang menuju pertanyaan ini.", 1, None, "key")]


def test_an_end_without_anything_to_bring_is_told():
    assert told(tree(a="x>b y", b="z w"), [("z",), ("y",)]) == [
        ("Hasilnya kosong: tidak ada syarat untuk jalan ini.", 1, 1, "next")
    ]
    assert told(tree(a="x>b y", b="z w"), [("x",), ("y",)]) == []
    own = [Question("a", "a", (Answer("x", "x", "", extras=True),))]
    assert told(own, [("q",)]) == [
        ("Ada syarat yang hanya untuk jawaban “q”, tetapi jawaban itu tidak ada.", None, None, "key")
    ]


def test_without_questions_no_requirement_waits_for_an_answer():
    assert told([], ALWAYS) == []
    assert told([], [("hilang",)]) == [
        ("Ada syarat yang hanya untuk jawaban “hilang”, tetapi jawaban itu tidak ada.", None, None, "key")
    ]


def test_a_walk_follows_the_answers_and_nothing_else():
    questions = tree(a="hilang baru>b", b="nikah pindah")
    assert walk(questions, []).question.key == "a"
    assert walk(questions, ["baru"]).question.key == "b"
    end = walk(questions, ["baru", "nikah"])
    assert (end.question, end.keys) == (None, {"baru", "nikah"})
    for wrong in (["zzz"], ["nikah"], ["hilang", "nikah"], ["baru", "nikah", "pindah"], [""]):
        assert walk(questions, wrong) is None
    assert walk(tree(a="x>zzz"), ["x"]) is None


def test_a_requirement_is_picked_by_any_of_its_answers():
    assert conditions(" Hilang ,rusak,, ") == ("hilang", "rusak")
    assert is_needed((), frozenset()) is True
    assert is_needed(("hilang", "rusak"), frozenset({"rusak"})) is True
    assert is_needed(("hilang",), frozenset({"rusak"})) is False


KEYS = st.sampled_from("abcdef")
ANSWERS = st.builds(
    Answer, st.sampled_from("uvwxyz"), st.just("?"), st.sampled_from(["", *"abcdef"]), st.booleans()
)
TREES = st.lists(
    st.builds(Question, KEYS, st.just("?"), st.lists(ANSWERS, max_size=3).map(tuple)), max_size=6
)
REQUIREMENTS = st.lists(st.lists(st.sampled_from("uvwxyz"), max_size=2).map(tuple), max_size=4)


def ways(questions, keys=()):
    """Every way by brute force, as long as no longer than there are questions; "lost" where it leads nowhere."""
    way = walk(questions, list(keys))
    if way is None or len(keys) > len(questions):
        yield keys, "lost"
    elif way.question is None:
        yield keys, "end"
    elif not way.question.answers:
        yield keys, "lost"
    else:
        for answer in way.question.answers:
            yield from ways(questions, (*keys, answer.key))


@given(TREES, REQUIREMENTS)
def test_a_tree_without_fault_leads_every_way_to_a_list_and_shows_every_question(questions, requirements):
    if not questions or faults(questions, requirements):
        return
    seen = set()
    for keys, how in ways(questions):
        assert how == "end"
        way = walk(questions, list(keys))
        seen |= {question.key for question, _ in way.given}
        assert any(answer.extras for _, answer in way.given) or any(
            is_needed(only_for, way.keys) for only_for in requirements
        )
    assert seen == {question.key for question in questions}


@given(TREES, REQUIREMENTS)
def test_a_fault_is_told_whenever_a_way_is_lost_or_its_list_empty(questions, requirements):
    keys = [question.key for question in questions]
    if not questions or len(set(keys)) < len(keys):
        return
    for given_keys, how in ways(questions):
        way = walk(questions, list(given_keys))
        empty = how == "end" and not (
            any(answer.extras for _, answer in way.given)
            or any(is_needed(only_for, way.keys) for only_for in requirements)
        )
        if how == "lost" or empty:
            assert faults(questions, requirements) != []
            return


@given(TREES, st.lists(st.text(max_size=3), max_size=8))
def test_no_address_and_no_tree_breaks_a_walk_or_the_outline(questions, keys):
    way = walk(questions, keys)
    assert way is None or len(way.given) == len(keys)
    assert len(list(outline(questions, 30))) <= 30
