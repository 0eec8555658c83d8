using GameNight.Training;
using GameNight.Training.Runs;

namespace GameNight.Tests.Training.Runs;

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

    private static ReviewResult Review(IEnumerable<(MarkedDrawing Drawing, float[] Probabilities)> marks)
    {
        var all = marks.ToList();
        return LabelReview.Review([.. all.Select(mark => mark.Drawing)], [.. all.Select(mark => mark.Probabilities)]);
    }

    private static (MarkedDrawing, float[]) Mark(string player, int marked, int looksLike, float sure, bool isTrusted = false) => (
        new MarkedDrawing(new Lesson(Guid.NewGuid(), player, null, new GameNight.Drawing.DigitImage(new byte[784]), marked), isTrusted),
        [.. Enumerable.Range(0, 10).Select(digit => digit == looksLike ? sure : digit == (marked == looksLike ? (marked + 1) % 10 : marked) ? (1 - sure) * 0.9f : (1 - sure) * 0.1f / 8)]);
}
