namespace GameNight.Rooms.Game;

/// <summary>What a mode keeps in a room beside drawings, votes and points. It is written to the disk with the room.</summary>
public abstract record ModeState;
