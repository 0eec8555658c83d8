using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Projection;

/// <summary>A <see cref="DrawingTask"/> in one byte.</summary>
/// <param name="Code">0 for none; else 1 and, in this order, mode, digit and twist as a number.</param>
public readonly record struct TaskCode(byte Code)
{
    private const int Digits = 11;
    private const int Twists = 5;

    /// <summary>The game; null where nothing was asked for.</summary>
    public PlayMode? Mode => Code == 0 ? null : (PlayMode)((Code - 1) / (Digits * Twists));

    /// <summary>The digit that was asked for; −1 for none.</summary>
    public int Asked => Code > 0 && (Code - 1) / Twists % Digits is var digit and < Digits - 1 ? digit : -1;

    public Twist Twist => Code == 0 ? Twist.None : (Twist)((Code - 1) % Twists);

    public static TaskCode Of(DrawingTask? task) => new(task is null
        ? (byte)0
        : (byte)(1 + (((int)task.Mode * Digits) + (task.Asked ?? Digits - 1)) * Twists + (int)task.Twist));
}
