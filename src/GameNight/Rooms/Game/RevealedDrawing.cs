using GameNight.Recognition.Guessing;

namespace GameNight.Rooms.Game;

/// <summary>A drawing whose secret is out.</summary>
/// <param name="Drawing">The drawing.</param>
/// <param name="Votes">What each juror read, 0 to 9, or null for no digit.</param>
/// <param name="IsReadable">Whether enough jurors read the digit that was asked for.</param>
/// <param name="Guesses">Of the machines that could be fooled.</param>
/// <param name="Fooled">The ids of the algorithms that took it for another digit.</param>
/// <param name="Points">What its drawer gets for it.</param>
public sealed record RevealedDrawing(
    RoomDrawing Drawing, IReadOnlyList<int?> Votes, bool IsReadable, IReadOnlyList<Guess> Guesses, IReadOnlyList<string> Fooled,
    int Points);
