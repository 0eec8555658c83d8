using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Fool;

public sealed class FoolTextTests
{
    [Theory]
    [InlineData("888", "All three machines read an 8. No points: draw it odder!")]
    [InlineData("88", "Both machines read an 8. No points: draw it odder!")]
    [InlineData("8", "The machine read an 8. No points: draw it odder!")]
    [InlineData("838", "You fooled one of three, and it was sure! 200 points, if two people can read it.")]
    [InlineData("333", "You fooled them all, and all were sure! 400 points, if two people can read it.")]
    [InlineData("", "No machine had a guess. No points this time.")]
    public void ForResult_Guesses_SaysWhoWasFooledAndWhatItIsWorth(string digits, string words)
    {
        var observation = Of() with
        {
            Task = new DrawingTask(PlayMode.Fool, 8),
            Guesses = [.. digits.Select((digit, i) => Guess($"machine-{i}", digit - '0'))],
        };
        Assert.Equal(words, FoolText.ForResult(observation));
    }

    [Theory]
    [InlineData(0, 0, "Fool a machine: 100 points each")]
    [InlineData(300, 0, "300 points")]
    [InlineData(0, 1, "0 points, 1 drawing waiting for the jury")]
    [InlineData(300, 2, "300 points, 2 drawings waiting for the jury")]
    public void ForPoints_Any_SaysWhatIsWaiting(int points, int waiting, string words) =>
        Assert.Equal(words, FoolText.ForPoints(points, waiting));

    [Theory]
    [InlineData(Twist.OneStroke, 2, 100, "That’s 2 strokes. One is all you get: clear it and try again.")]
    [InlineData(Twist.OneStroke, 1, 100, null)]
    [InlineData(Twist.Quick, 2, 3400, "That took 3.4 seconds. Two is all you get: clear it and try again.")]
    [InlineData(Twist.Quick, 2, 2040, "That took 2.1 seconds. Two is all you get: clear it and try again.")]
    [InlineData(Twist.Quick, 2, 2000, null)]
    [InlineData(Twist.OtherHand, 2, 9000, null)]
    [InlineData(Twist.None, 2, 9000, null)]
    public void Refuse_Twist_NamesWhatIsNotAsAsked(Twist twist, int strokes, int milliseconds, string? words)
    {
        var ink = Ink.FromStrokes(
            [.. Enumerable.Range(0, strokes).Select(i => (double[][])[[i, 0, 0], [i, 9, i == strokes - 1 ? milliseconds : 1]])]);
        Assert.Equal(words, FoolText.Refuse(twist, ink));
    }
}
