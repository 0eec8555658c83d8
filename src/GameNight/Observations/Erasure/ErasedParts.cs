using GameNight.Jury;
using GameNight.Observations.Store;

namespace GameNight.Observations.Erasure;

/// <summary>What is deleted of a drawing that stays: what others said of it.</summary>
/// <param name="Votes">The votes of players who want them deleted.</param>
/// <param name="Label">Whether the label goes: such a player gave it, or the jury with that player's vote.</param>
internal readonly record struct ErasedParts(IReadOnlyList<Vote> Votes, bool Label)
{
    /// <summary>The parts of a drawing.</summary>
    /// <param name="play">A drawing that is not deleted itself.</param>
    /// <param name="isErased">Whether something is deleted that a player made at a time.</param>
    public static ErasedParts Of(Observation play, Func<string, DateTimeOffset, bool> isErased)
    {
        List<Vote> votes = [.. play.Votes.Where(vote => isErased(vote.Player, vote.Time))];
        return new ErasedParts(votes, play.Label is { } label && (isErased(label.By, label.Time) || RestsOn(votes, play)));
    }

    /// <summary>The drawing without them.</summary>
    public Observation RemoveFrom(Observation play) => Votes.Count == 0 && !Label
        ? play
        : play with { Votes = [.. play.Votes.Except(Votes)], Label = Label ? null : play.Label };

    /// <summary>
    /// Whether the jury gave a drawing its label and would not without these votes: others may judge it again then. That is asked even
    /// where there are none any more: whoever had read the votes before they were deleted may have set the label after.
    /// </summary>
    private static bool RestsOn(IReadOnlyList<Vote> votes, Observation play)
    {
        if (play.Label is not { By: JuryVerdict.Author } label)
            return false;
        var without = JuryVerdict.Of(play with { Votes = [.. play.Votes.Except(votes)] });
        return !without.IsFinal || without.Digit != label.Digit;
    }
}
