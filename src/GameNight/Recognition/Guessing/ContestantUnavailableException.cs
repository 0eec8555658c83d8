namespace GameNight.Recognition.Guessing;

/// <summary>A contestant cannot guess at present.</summary>
public sealed class ContestantUnavailableException(string algorithm, string reason, Exception? inner = null)
    : Exception($"{algorithm} is unavailable: {reason}", inner);
