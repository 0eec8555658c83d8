namespace GameNight.Play.Rounds;

/// <summary>What a sprint has brought so far.</summary>
/// <param name="Points">What the digits were worth.</param>
/// <param name="Digits">How many were read.</param>
/// <param name="BestRow">The most digits in a row that were read at the first try.</param>
public sealed record SprintScore(int Points, int Digits, int BestRow);
