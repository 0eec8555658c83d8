using GameNight.Retraining.Evaluation;

namespace GameNight.Tests.Retraining.Evaluation;

public sealed class PromotionGateTests
{
    private static readonly int[] Digits = [.. Enumerable.Range(0, 1000).Select(i => i % 10)];

    [Fact]
    public void Decide_BetterAndNothingForgotten_Activates()
    {
        var heldOut = Compare("held-out", right: 980, activeRight: 960);
        var decision = PromotionGate.Decide(heldOut, [Compare("guard", 998, 998), Compare("mnist-test", 994, 996)]);
        Assert.True(decision.Activates, string.Join("; ", decision.Reasons));
    }

    [Theory]
    [InlineData(960, 960)]
    [InlineData(959, 960)]
    [InlineData(940, 960)]
    public void Decide_NotBetter_IsRefused(int right, int activeRight) =>
        Assert.Contains(
            "not better than the version in service", ExpectRefusal(Compare("held-out", right, activeRight)), StringComparison.Ordinal);

    [Fact]
    public void Decide_AsOftenRightButMoreSurely_Activates()
    {
        var right = Enumerable.Range(0, 1000).Select(i => i < 960).ToArray();
        var sure = new PredictionResults(right, [.. right.Select(correct => correct ? 0.01 : 2)]);
        var unsure = new PredictionResults(right, [.. right.Select((correct, i) => correct ? 0.1 + i % 7 * 0.01 : 2)]);
        Assert.True(PromotionGate.Decide(ModelComparison.Of("held-out", Digits, sure, unsure, unsure), []).Activates);
        Assert.False(PromotionGate.Decide(ModelComparison.Of("held-out", Digits, unsure, sure, unsure), []).Activates);
    }

    [Fact]
    public void Decide_TooFewHeldOut_IsRefused() =>
        Assert.Contains("only 19 drawings", ExpectRefusal(Compare("held-out", 19, 10, digits: Digits[..19])), StringComparison.Ordinal);

    [Theory]
    [InlineData(997, 1000, true)]
    [InlineData(996, 1000, false)]
    public void Decide_GuardLost_IsRefusedBeyondThreeInAThousand(int right, int activeRight, bool activates) =>
        Assert.Equal(activates, PromotionGate.Decide(Compare("held-out", 980, 960), [Compare("guard", right, activeRight)]).Activates);

    [Fact]
    public void Decide_SmallLossesThatAddUp_AreRefusedAgainstTheFirst()
    {
        // Each step loses as much as is allowed against the one before.
        var guard = Compare("guard", right: 994, activeRight: 997, firstRight: 1000);
        Assert.Contains("the first approved version", ExpectRefusal(Compare("held-out", 980, 960), guard), StringComparison.Ordinal);
        var heldOut = Compare("held-out", 980, 960, firstRight: 981);
        Assert.Contains("worse than the first approved version", ExpectRefusal(heldOut), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_OneDrawingMoreOfAThousand_IsNotBetter() =>
        Assert.Contains("not better than the version in service", ExpectRefusal(Compare("held-out", 961, 960)), StringComparison.Ordinal);

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Decide_OneDigitLostOfFew_IsRefusedFromThreeDrawings(int lost, bool activates)
    {
        var active = Enumerable.Repeat(true, 200).ToArray();
        var candidate = Enumerable.Repeat(true, 200).ToArray();
        Misread(active, 30);
        for (var i = 0; i < lost; i++)
            candidate[109 + 10 * i] = false;
        var heldOut = ModelComparison.Of("held-out", Digits[..200], Of(candidate), Of(active), Of(active));
        Assert.Equal(activates, PromotionGate.Decide(heldOut, []).Activates);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Decide_OneDigitLost_IsRefusedBeyondThreePoints(int lost, bool activates)
    {
        var active = Enumerable.Repeat(true, 1000).ToArray();
        var candidate = Digits.Select((digit, i) => digit != 9 || i / 10 is < 50 || i / 10 >= 50 + lost).ToArray();
        // It gained other digits, so that the accuracy over all does not show the loss.
        Misread(active, 30);
        var heldOut = ModelComparison.Of("held-out", Digits, Of(candidate), Of(active), Of(active));
        var decision = PromotionGate.Decide(heldOut, []);
        Assert.Equal(activates, decision.Activates);
        if (!activates)
            Assert.Contains("on the digit 9", decision.Reasons.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_SmallLossesOfADigitThatAddUp_AreRefusedAgainstTheFirst()
    {
        // Two of a hundred nines are lost at each step; as many other digits are gained, so that the accuracy over all does not show it.
        var guard = ModelComparison.Of("guard", Digits, Of(LoseNines(4)), Of(LoseNines(2)), Of(LoseNines(0)));
        var decision = PromotionGate.Decide(Compare("held-out", 980, 960), [guard]);
        Assert.Contains(
            "4.0 points against the first approved version on the digit 9 of the set guard", decision.Reasons.Single(),
            StringComparison.Ordinal);

        static bool[] LoseNines(int lost) =>
            [.. Digits.Select((digit, i) => digit == 9 ? i / 10 >= lost : digit != 1 || i / 10 >= 4 - lost)];
    }

    [Fact]
    public void Decide_SeveralReasons_NamesEach() =>
        Assert.True(PromotionGate.Decide(Compare("held-out", 900, 960), [Compare("guard", 900, 960)]).Reasons.Count >= 3);

    private static string ExpectRefusal(ModelComparison heldOut, params ModelComparison[] guards)
    {
        var decision = PromotionGate.Decide(heldOut, guards);
        Assert.False(decision.Activates);
        return string.Join("; ", decision.Reasons);
    }

    /// <summary>Compares results that are right on the first drawings of the set; so the mistakes are spread over the digits.</summary>
    private static ModelComparison Compare(string set, int right, int activeRight, int? firstRight = null, int[]? digits = null)
    {
        digits ??= Digits;
        return ModelComparison.Of(set, digits, First(right), First(activeRight), First(firstRight ?? activeRight));

        PredictionResults First(int count) => Of([.. Enumerable.Range(0, digits.Length).Select(i => i < count)]);
    }

    /// <summary>Makes the first results wrong, except those of nines.</summary>
    private static void Misread(bool[] answers, int count)
    {
        for (var i = 0; i < count; i++)
            answers[i] = i % 10 == 9;
    }

    private static PredictionResults Of(bool[] correct) => new(correct, [.. correct.Select(right => right ? 0.1 : 2)]);
}
