namespace GameNight.Play.Rounds;

/// <param name="Label">0 to 9.</param>
public sealed record LabelRequest(int? Label);
