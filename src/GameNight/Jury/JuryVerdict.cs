using GameNight.Observations.Store;

namespace GameNight.Jury;

/// <summary>What people other than the drawer read in a drawing.</summary>
/// <param name="Votes">How many of them have voted.</param>
/// <param name="IsFinal">Whether <see cref="Quorum"/> of them agree.</param>
/// <param name="Digit">What they agree on, 0 to 9; null for no digit, and while it is not final.</param>
public readonly record struct JuryVerdict(int Votes, bool IsFinal, int? Digit)
{
    /// <summary>The author of a label that the jury gave.</summary>
    public const string Author = "jury";

    /// <summary>How many people have to agree.</summary>
    public const int Quorum = 2;

    /// <summary>
    /// The verdict of an observation's votes. The first digit on which enough people agree stands, however many vote for another one
    /// later: nothing is scored twice.
    /// </summary>
    public static JuryVerdict Of(Observation drawing)
    {
        var votes = drawing.Votes.Where(vote => vote.Player != drawing.Player).ToList();
        for (var i = 0; i < votes.Count; i++)
        {
            var digit = votes[i].Digit;
            if (votes.Take(i + 1).Count(vote => vote.Digit == digit) == Quorum)
                return new JuryVerdict(votes.Count, IsFinal: true, digit);
        }

        return new JuryVerdict(votes.Count, IsFinal: false, Digit: null);
    }
}
