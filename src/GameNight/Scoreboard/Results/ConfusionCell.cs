namespace GameNight.Scoreboard.Results;

/// <summary>A cell of a confusion matrix.</summary>
/// <param name="Algorithm">The name of the series that guessed: <c>app-network</c>, or on shadow <c>app-network@3</c>.</param>
/// <param name="Drawn">The true digit, 0 to 9.</param>
/// <param name="Taken">The digit that was guessed, 0 to 9.</param>
public sealed record ConfusionCell(string Algorithm, int Drawn, int Taken);
