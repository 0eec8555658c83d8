using GameNight.Drawing.Images;
using GameNight.Observations.Store;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Review;

public sealed class LabelReviewTests
{
    [Fact]
    public void Review_LabelsThatFit_AreNotDoubted() => Assert.Empty(Review(Undoubted(100)).Suspects);

    [Fact]
    public void Review_AClearFourLabelledNine_IsDoubtedAndFourSuggested()
    {
        var suspect = Assert.Single(Review([.. Undoubted(100), Label("player 1", label: 9, looksLike: 4, 0.99f)]).Suspects);
        Assert.Equal((9, 4, LabelReview.Contradiction), (suspect.Digit, suspect.Suggested, suspect.Reason));
    }

    [Fact]
    public void Review_AnUnclearDrawing_IsAccepted()
    {
        // Half a four, half a nine: the player who drew it knows better.
        Assert.Empty(Review([.. Undoubted(100), Label("player 1", label: 9, looksLike: 4, 0.6f)]).Suspects);
    }

    [Fact]
    public void Review_ALabelConfirmedByTheHost_IsNotDoubted() =>
        Assert.Empty(Review([.. Undoubted(100), Label("player 1", 9, 4, 0.99f, isTrusted: true)]).Suspects);

    [Fact]
    public void Review_APlayerWithManyWrongLabels_IsNotLearnedFromAtAll()
    {
        var honest = Undoubted(300);
        var liar = Enumerable.Range(0, 60).Select(i => Label("liar", i % 2 == 0 ? i % 10 : (i + 3) % 10, i % 10, 0.98f));
        var review = Review(honest.Concat(liar));
        Assert.Equal(300, review.Accepted.Count);
        Assert.DoesNotContain(review.Accepted, example => example.Player == "liar");
        Assert.Contains(review.Suspects, suspect => suspect.Reason == LabelReview.BadRecord);
    }

    [Fact]
    public void Review_AFifthOfEachPlayersLabelsWrong_AcceptsTheRest()
    {
        var review = Review(Enumerable.Range(0, 500)
            .Select(i => Label($"player {i % 5}", i % 25 < 5 ? (i + 1) % 10 : i % 10, i % 10, 0.95f)));
        Assert.Equal(400, review.Accepted.Count);
    }

    [Fact]
    public void Review_ReferencesAgreeOnAFour_DoubtsNinesHoweverManyPlayersSetThem()
    {
        // The network that learned from other players predicts nines as well.
        var labels = Enumerable.Range(0, 100).Select(i => Label($"player {i % 5}", 9, 9, 0.98f, agreed: i % 10 == 0 ? 4 : null));
        Assert.Equal(10, Review(labels).Suspects.Count(suspect => suspect is { Suggested: 4, Reason: LabelReview.Contradiction }));
    }

    [Fact]
    public void Review_AWayOfWritingInTheSyntheticInk_IsAcceptedHoweverSureTheNetworkIs() =>
        Assert.Empty(Review([.. Undoubted(100), Label("player 1", label: 7, looksLike: 2, 0.99f, nearest: 7)]).Suspects);

    [Fact]
    public void Review_FarFromEveryDigit_IsDoubtedWhateverItsLabel()
    {
        var suspect = Assert.Single(Review([.. Undoubted(100), Label("player 1", 8, 8, 0.99f, isDigit: false)]).Suspects);
        Assert.Equal((8, null, LabelReview.NoDigit), (suspect.Digit, suspect.Suggested, suspect.Reason));
    }

    [Fact]
    public void Review_APlayerWhoLabelsFoursAsNines_IsNotLearnedFromOnNinesButOnTheRest()
    {
        var honest = Undoubted(300);
        // Ten clear fours, five that are less clear, five nines on which the references agree, and eighty others.
        var fours = Enumerable.Range(0, 15).Select(i => Label("schemer", 9, i < 10 ? 4 : 9, 0.98f, nearest: 4));
        var nines = Enumerable.Range(0, 5).Select(_ => Label("schemer", 9, 9, 0.98f, agreed: 9));
        var others = Enumerable.Range(0, 80).Select(i => Label("schemer", i % 8, i % 8, 0.98f));
        var review = Review(honest.Concat(fours).Concat(nines).Concat(others));
        Assert.Equal(10, review.Suspects.Count(suspect => suspect.Reason == LabelReview.Contradiction));
        Assert.Equal(5, review.Suspects.Count(suspect => suspect.Reason == LabelReview.BadRecord));
        Assert.Equal(385, review.Accepted.Count);
    }

    private static ReviewResult Review(IEnumerable<(LabelledDrawing Drawing, LabelOpinion Opinion)> labels)
    {
        var all = labels.ToList();
        return LabelReview.Review([.. all.Select(label => label.Drawing)], [.. all.Select(label => label.Opinion)]);
    }

    /// <summary>Labels of five players that agree with clear drawings.</summary>
    private static IEnumerable<(LabelledDrawing, LabelOpinion)> Undoubted(int count) =>
        Enumerable.Range(0, count).Select(i => Label($"player {i % 5}", i % 10, i % 10, 0.98f));

    /// <param name="player">The player.</param>
    /// <param name="label">The label.</param>
    /// <param name="looksLike">The likeliest digit by the network that learned from other players.</param>
    /// <param name="probability">The probability of that digit. Most of the rest is that of the label, or of another digit.</param>
    /// <param name="isTrusted">Whether the host confirmed the label.</param>
    /// <param name="nearest">The digit of the nearest synthetic ink; null for <paramref name="looksLike"/>.</param>
    /// <param name="agreed">The digit on which the references agree.</param>
    /// <param name="isDigit">Whether the drawing is near to any digit.</param>
    private static (LabelledDrawing, LabelOpinion) Label(
        string player, int label, int looksLike, float probability, bool isTrusted = false, int? nearest = null, int? agreed = null,
        bool isDigit = true)
    {
        var second = label == looksLike ? (label + 1) % 10 : label;
        float[] probabilities = [.. Enumerable.Range(0, 10).Select(digit =>
            digit == looksLike ? probability : digit == second ? (1 - probability) * 0.9f : (1 - probability) * 0.1f / 8)];
        var example = new TrainingExample(Guid.NewGuid(), player, null, new DigitImage(new byte[784]), label);
        return (
            new LabelledDrawing(
                example, isTrusted, new PlayCircumstances(DateTimeOffset.UnixEpoch, PlayOrigin.Page, Mode: null, [])),
            new LabelOpinion(probabilities, new ReferenceOpinion(nearest ?? looksLike, agreed, isDigit)));
    }
}
