using System.Collections.Immutable;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Coach;

/// <summary>How a team's rookie did in an exam.</summary>
/// <param name="Correct">How many of <see cref="Questions"/> drawings it reads.</param>
/// <param name="Mixes">What it takes for something else, most often first.</param>
public sealed record ExamReport(int Correct, ImmutableList<Mix> Mixes)
{
    /// <summary>How many drawings an exam has, of which each digit has as many as there are.</summary>
    public const int Questions = 100;
}
