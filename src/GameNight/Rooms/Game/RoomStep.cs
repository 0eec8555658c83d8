namespace GameNight.Rooms.Game;

/// <summary>A part of a round that lasts until its deadline, or until everybody has done what it asks for.</summary>
/// <param name="Name">Unique within the mode; the phase's name where the mode has the phase once.</param>
/// <param name="Phase">The phase that it is shown as.</param>
/// <param name="Seconds">How long it lasts at most, at pace 1.</param>
public sealed record RoomStep(string Name, RoomPhase Phase, int Seconds)
{
    /// <summary>Whether people have something to do in it. A seat that asked for more time has twice as long.</summary>
    public bool IsTask => Phase is RoomPhase.Draw or RoomPhase.Jury;
}
