namespace GameNight.Rooms.Game;

/// <summary>A team, and what can be said of its pupil.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Name">Such as "Circle".</param>
/// <param name="Seats">Who plays in it.</param>
/// <param name="Points">What each of them has.</param>
/// <param name="Lessons">How many drawings its rookie was taught.</param>
/// <param name="Exam">How many of a hundred drawings its rookie reads; null before the exam.</param>
/// <param name="Mixes">What its rookie takes for something else most often; null before that is looked at.</param>
public sealed record Team(
    int Number, string Name, IReadOnlyList<int> Seats, int Points, int Lessons, int? Exam, IReadOnlyList<Mix>? Mixes);

/// <summary>A digit that a rookie takes for another one.</summary>
/// <param name="Digit">The digit, 0 to 9.</param>
/// <param name="Taken">What it is taken for.</param>
/// <param name="Times">How often, of the drawings it was tried on.</param>
public sealed record Mix(int Digit, int Taken, int Times);
