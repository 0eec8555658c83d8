namespace GameNight.Rooms.Views;

/// <summary>What a juror got in a round.</summary>
/// <param name="Agreed">How often the juror agreed with the others.</param>
/// <param name="Known">How many known drawings the juror read.</param>
/// <param name="Wrong">How many of these the juror did not read.</param>
/// <param name="Points">What that gave.</param>
public sealed record JuryView(int Agreed, int Known, int Wrong, int Points);
