using GameNight.Drawing.Images;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Review;

public sealed class LabelReviewTests
{
    [Fact]
    public void Review_MarksThatFit_DoubtsNobody() => Assert.Empty(Review(Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f))).Suspects);

    [Fact]
    public void Review_AClearFourMarkedNine_IsDoubtedWithWhatItLooksLike()
    {
        var suspect = Assert.Single(Review([.. Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f)), Mark("player 1", marked: 9, looksLike: 4, 0.99f)]).Suspects);
        Assert.Equal((9, 4, LabelReview.Contradiction), (suspect.Digit, suspect.Suggested, suspect.Reason));
    }

    [Fact]
    public void Review_AnUnclearDrawing_IsLearnedFrom()
    {
        // Half a four, half a nine: whoever drew it knows better.
        Assert.Empty(Review([.. Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f)), Mark("player 1", marked: 9, looksLike: 4, 0.6f)]).Suspects);
    }

    [Fact]
    public void Review_WhatTheHostSaid_IsNotDoubted() =>
        Assert.Empty(Review([.. Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f)), Mark("player 1", 9, 4, 0.99f, isTrusted: true)]).Suspects);

    [Fact]
    public void Review_APlayerWhoMarksAnyhow_IsNotLearnedFromAtAll()
    {
        var honest = Enumerable.Range(0, 300).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f));
        var liar = Enumerable.Range(0, 60).Select(i => Mark("liar", i % 2 == 0 ? i % 10 : (i + 3) % 10, i % 10, 0.98f));
        var review = Review(honest.Concat(liar));
        Assert.Equal(300, review.Accepted.Count);
        Assert.DoesNotContain(review.Accepted, lesson => lesson.Player == "liar");
        Assert.Contains(review.Suspects, suspect => suspect.Reason == LabelReview.BadRecord);
    }

    [Fact]
    public void Review_AFifthOfEverybodysWrong_KeepsTheRestOfEverybodys()
    {
        var review = Review(Enumerable.Range(0, 500).Select(i => Mark($"player {i % 5}", i % 25 < 5 ? (i + 1) % 10 : i % 10, i % 10, 0.95f)));
        Assert.Equal(400, review.Accepted.Count);
    }

    [Fact]
    public void Review_PlainlyAFourForWhoeverLearnedFromNoMark_IsDoubtedHoweverManyCallItNine()
    {
        // The layer that learned from the others has come to believe them.
        var marks = Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", 9, 9, 0.98f, plain: i % 10 == 0 ? 4 : null));
        Assert.Equal(10, Review(marks).Suspects.Count(suspect => suspect is { Suggested: 4, Reason: LabelReview.Contradiction }));
    }

    [Fact]
    public void Review_AWayOfWritingThatMadeUpInkKnows_IsLearnedFromHoweverSureTheNetworkIs() =>
        Assert.Empty(Review([.. Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f)), Mark("player 1", marked: 7, looksLike: 2, 0.99f, nearest: 7)]).Suspects);

    [Fact]
    public void Review_FarFromEveryDigit_IsDoubtedHoweverItIsMarked()
    {
        var suspect = Assert.Single(Review([.. Enumerable.Range(0, 100).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f)), Mark("player 1", 8, 8, 0.99f, isDigit: false)]).Suspects);
        Assert.Equal((8, null, LabelReview.NoDigit), (suspect.Digit, suspect.Suggested, suspect.Reason));
    }

    [Fact]
    public void Review_APlayerWhoCallsFoursNines_IsNotBelievedOnNinesButOnTheRest()
    {
        var honest = Enumerable.Range(0, 300).Select(i => Mark($"player {i % 5}", i % 10, i % 10, 0.98f));
        // Ten plain fours, five that are none too plain, five nines that plainly are; and eighty others.
        var fours = Enumerable.Range(0, 15).Select(i => Mark("schemer", 9, i < 10 ? 4 : 9, 0.98f, nearest: 4));
        var nines = Enumerable.Range(0, 5).Select(_ => Mark("schemer", 9, 9, 0.98f, plain: 9));
        var others = Enumerable.Range(0, 80).Select(i => Mark("schemer", i % 8, i % 8, 0.98f));
        var review = Review(honest.Concat(fours).Concat(nines).Concat(others));
        Assert.Equal((10, 5), (review.Suspects.Count(suspect => suspect.Reason == LabelReview.Contradiction), review.Suspects.Count(suspect => suspect.Reason == LabelReview.BadRecord)));
        Assert.Equal(385, review.Accepted.Count);
    }

    private static ReviewResult Review(IEnumerable<(LabelledDrawing Drawing, LabelOpinion Opinion)> marks)
    {
        var all = marks.ToList();
        return LabelReview.Review([.. all.Select(mark => mark.Drawing)], [.. all.Select(mark => mark.Opinion)]);
    }

    private static (LabelledDrawing, LabelOpinion) Mark(string player, int marked, int looksLike, float sure, bool isTrusted = false, int? nearest = null, int? plain = null, bool isDigit = true) => (
        new LabelledDrawing(new TrainingExample(Guid.NewGuid(), player, null, new DigitImage(new byte[784]), marked), isTrusted),
        new LabelOpinion(
            [.. Enumerable.Range(0, 10).Select(digit => digit == looksLike ? sure : digit == (marked == looksLike ? (marked + 1) % 10 : marked) ? (1 - sure) * 0.9f : (1 - sure) * 0.1f / 8)],
            new ReferenceOpinion(nearest ?? looksLike, plain, isDigit)));
}
