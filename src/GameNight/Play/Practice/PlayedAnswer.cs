namespace GameNight.Play.Practice;

/// <summary>What a player said to a guess; neither where the player said nothing.</summary>
/// <param name="Digit">The digit that was meant, 0 to 9; null for none.</param>
/// <param name="NotADigit">Whether it is no digit.</param>
public sealed record PlayedAnswer(int? Digit, bool NotADigit);
