using GameNight.Observations.Store;

namespace GameNight.Retraining.Review;

/// <summary>Whose drawings decide about versions: those of people who have been here for a while.</summary>
/// <remarks>
/// A script may be another player with every request, so neither what a script sends nor what newcomers draw can put a version into
/// service. What is learned from is another question, which <see cref="LabelReview"/> answers.
/// </remarks>
public static class JudgingPlayers
{
    /// <summary>The fewest drawings that nobody doubts.</summary>
    public const int MinDrawings = 5;

    /// <summary>How long ago the first of them was drawn, at least. The host's own and simulated plays are as old as they need to
    /// be.</summary>
    public static readonly TimeSpan MinAge = TimeSpan.FromMinutes(5);

    /// <summary>The players whose drawings decide.</summary>
    /// <param name="accepted">The drawings whose labels are not doubted.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlySet<string> Of(IEnumerable<LabelledDrawing> accepted, DateTimeOffset now) =>
        accepted.Where(Counts).GroupBy(drawing => drawing.Example.Player)
            .Where(player => player.Count() >= MinDrawings
                && player.Any(drawing => drawing.Play.Origin == PlayOrigin.Host || now - drawing.Play.Time >= MinAge))
            .Select(player => player.Key).ToHashSet();

    /// <summary>
    /// Whether a drawing came in a way that may decide. What was made to fool the machines is not what they are for; and of a sprint only
    /// what a version in service has read is there, against which no candidate could win.
    /// </summary>
    public static bool Counts(LabelledDrawing drawing) => drawing.Play is { Origin: not PlayOrigin.Api, IsSelected: false };
}
