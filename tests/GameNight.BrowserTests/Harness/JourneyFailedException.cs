namespace GameNight.BrowserTests.Harness;

/// <summary>A journey failed. The message has the failure, the saved record's folder and the outputs of browser and game.</summary>
public sealed class JourneyFailedException(string message, Exception inner) : Exception(message, inner);
