using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Rooms.Game;

/// <summary>What a phone or the screen wants of a room.</summary>
/// <param name="Id">Made by the caller. The same again changes nothing, and is answered the same.</param>
/// <param name="Round">The round that it is meant for; null for whichever.</param>
/// <param name="Phase">The phase that it is meant for; null for whichever.</param>
public abstract record RoomCommand(string Id, int? Round, RoomPhase? Phase);

/// <summary>A seat has drawn.</summary>
/// <param name="Id">See <see cref="RoomCommand"/>.</param>
/// <param name="Round">See <see cref="RoomCommand"/>.</param>
/// <param name="Ink">The strokes.</param>
/// <param name="Play">The drawing with every machine's guess, made for the task that the seat had; null where it had none.</param>
public sealed record DrawCommand(string Id, int? Round, Ink Ink, Observation? Play) : RoomCommand(Id, Round, RoomPhase.Draw);

/// <summary>A seat says what it reads.</summary>
/// <param name="Id">See <see cref="RoomCommand"/>.</param>
/// <param name="Round">See <see cref="RoomCommand"/>.</param>
/// <param name="Drawing">The drawing.</param>
/// <param name="Digit">0 to 9; null for no digit.</param>
public sealed record VoteCommand(string Id, int? Round, Guid Drawing, int? Digit) : RoomCommand(Id, Round, RoomPhase.Jury);

/// <summary>A seat wants twice the time for its tasks, or not any more.</summary>
public sealed record MoreTimeCommand(string Id, bool On) : RoomCommand(Id, Round: null, Phase: null);

/// <summary>A seat changes its name, or the screen changes it.</summary>
/// <param name="Id">See <see cref="RoomCommand"/>.</param>
/// <param name="Seat">The seat's number.</param>
/// <param name="Name">As it was typed.</param>
public sealed record RenameCommand(string Id, int Seat, string? Name) : RoomCommand(Id, Round: null, Phase: null);

/// <summary>A seat goes. It keeps its points for this game, should its player come back.</summary>
public sealed record LeaveCommand(string Id) : RoomCommand(Id, Round: null, Phase: null);

/// <summary>The screen kicks a seat, whose player cannot come back.</summary>
/// <param name="Id">See <see cref="RoomCommand"/>.</param>
/// <param name="Seat">The seat's number.</param>
public sealed record KickCommand(string Id, int Seat) : RoomCommand(Id, Round: null, Phase: null);

/// <summary>The screen closes the room for new people, or opens it again.</summary>
public sealed record LockCommand(string Id, bool On) : RoomCommand(Id, Round: null, Phase: null);

/// <summary>The screen begins a game, or leads back to the lobby from the podium.</summary>
public sealed record StartCommand(string Id, int? Round, RoomPhase? Phase) : RoomCommand(Id, Round, Phase);

/// <summary>The screen stops the clock.</summary>
public sealed record PauseCommand(string Id, int? Round, RoomPhase? Phase) : RoomCommand(Id, Round, Phase);

/// <summary>The screen lets the clock go on.</summary>
public sealed record ResumeCommand(string Id, int? Round, RoomPhase? Phase) : RoomCommand(Id, Round, Phase);

/// <summary>The screen ends the phase.</summary>
public sealed record SkipCommand(string Id, int? Round, RoomPhase? Phase) : RoomCommand(Id, Round, Phase);

/// <summary>The screen ends the room.</summary>
public sealed record EndCommand(string Id) : RoomCommand(Id, Round: null, Phase: null);
