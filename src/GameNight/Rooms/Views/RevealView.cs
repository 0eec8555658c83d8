using GameNight.Drawing.Strokes;

namespace GameNight.Rooms.Views;

/// <summary>A drawing whose secret is out.</summary>
/// <param name="Drawing">The drawing's id.</param>
/// <param name="Seat">Who has drawn it.</param>
/// <param name="Asked">The digit that was asked for, 0 to 9.</param>
/// <param name="Readable">Whether enough people read that digit.</param>
/// <param name="Votes">What the jurors read, 0 to 9, or null for no digit.</param>
/// <param name="Guesses">Of the machines that could be fooled.</param>
/// <param name="Fooled">Ids of the algorithms that took it for another digit.</param>
/// <param name="Points">What its drawer gets.</param>
/// <param name="Strokes">Of the best three and of the caller's own; else null.</param>
public sealed record RevealView(
    Guid Drawing, int Seat, int Asked, bool Readable, IReadOnlyList<int?> Votes, IReadOnlyList<GuessView> Guesses,
    IReadOnlyList<string> Fooled, int Points, Ink? Strokes);

/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Digit">0 to 9.</param>
/// <param name="Confidence">The probability of the digit, 0 to 1.</param>
public sealed record GuessView(string Algorithm, int Digit, float Confidence);
