namespace GameNight.Scoreboard.Queries;

/// <param name="Algorithm">Who guessed: an algorithm, or a version on trial as <c>app-network@3</c>.</param>
/// <param name="Drawn">The true digit, 0 to 9.</param>
/// <param name="Taken">What it was taken for, 0 to 9.</param>
public sealed record ConfusionCell(string Algorithm, int Drawn, int Taken);
