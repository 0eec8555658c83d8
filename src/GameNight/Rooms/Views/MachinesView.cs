namespace GameNight.Rooms.Views;

/// <summary>People against machines.</summary>
/// <param name="Points">Of all machines together, in this game.</param>
/// <param name="Round">Of these, in this round.</param>
/// <param name="People">What people got for fooling machines in this game.</param>
/// <param name="PeopleRound">Of these, in this round.</param>
public sealed record MachinesView(int Points, int Round, int People, int PeopleRound);
