using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;

namespace GameNight.Play.Fool;

/// <summary>What the game says in a round of fooling the machines.</summary>
internal static class FoolText
{
    /// <summary>What makes the drawing harder; empty for nothing.</summary>
    public static string ForTwist(Twist twist) => twist switch
    {
        Twist.OtherHand => "Twist: with your other hand.",
        Twist.OneStroke => "Twist: in one stroke.",
        Twist.EyesClosed => "Twist: eyes closed. You won’t see your ink.",
        Twist.Quick => "Twist: in two seconds.",
        _ => "",
    };

    /// <summary>How many machines were fooled, and what that is worth.</summary>
    /// <param name="observation">A drawing that was made to fool.</param>
    public static string ForResult(Observation observation)
    {
        var asked = observation.Task!.Asked!.Value;
        var machines = FoolPoints.Machines(observation.Guesses);
        var fooled = machines.Where(guess => guess.Digit != asked).ToList();
        var digit = DigitFormatter.WithArticle(asked);
        return (fooled.Count, machines.Count) switch
        {
            (0, 0) => "No machine had a guess. No points this time.",
            (0, 1) => $"The machine read {digit}. No points: draw it odder!",
            (0, 2) => $"Both machines read {digit}. No points: draw it odder!",
            (0, var all) => $"All {NumberWords.Of(all)} machines read {digit}. No points: draw it odder!",
            var (some, all) when some == all => $"You fooled them all{Sure(fooled)}! {Worth(asked, observation)}",
            var (some, all) => $"You fooled {NumberWords.Of(some)} of {NumberWords.Of(all)}{Sure(fooled)}! {Worth(asked, observation)}",
        };
    }

    /// <summary>What the player has, and what the jury has yet to say.</summary>
    public static string ForPoints(int points, int waiting) => (points, waiting) switch
    {
        (0, 0) => "Fool a machine: 100 points each",
        (_, 0) => $"{points} points",
        (_, 1) => $"{points} points, 1 drawing waiting for the jury",
        _ => $"{points} points, {waiting} drawings waiting for the jury",
    };

    /// <summary>Why a drawing is not what the twist asks for; null where it is.</summary>
    public static string? Refuse(Twist twist, Drawing.Strokes.Ink ink)
    {
        // Rounded up, so that nobody is told that two seconds are more than two.
        var milliseconds = ink.IsBlank ? 0 : ink.Strokes[^1][^1].T - ink.Strokes[0][0].T ?? 0;
        var seconds = Math.Ceiling(milliseconds / 100) / 10;
        return twist switch
        {
            Twist.OneStroke when ink.Strokes.Count > 1 =>
                $"That’s {ink.Strokes.Count} strokes. One is all you get: clear it and try again.",
            Twist.Quick when seconds > 2 =>
                FormattableString.Invariant($"That took {seconds:0.0} seconds. Two is all you get: clear it and try again."),
            _ => null,
        };
    }

    /// <summary>Why there are more points than machines that were fooled.</summary>
    private static string Sure(List<Guess> fooled) =>
        fooled.Count(guess => guess.Confidence >= FoolPoints.Sureness) switch
        {
            0 => "",
            1 when fooled.Count == 1 => ", and it was sure",
            1 => ", and one was sure",
            var sure when sure == fooled.Count => ", and all were sure",
            var sure => $", and {NumberWords.Of(sure)} were sure",
        };

    private static string Worth(int asked, Observation observation) =>
        $"{FoolPoints.For(asked, observation.Guesses)} points, if two people can read it.";
}
