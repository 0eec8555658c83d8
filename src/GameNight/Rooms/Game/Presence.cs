using System.Collections.Frozen;

namespace GameNight.Rooms.Game;

/// <summary>Who is there at the moment.</summary>
/// <param name="Connected">The seats whose phones are connected, or were until a moment ago.</param>
/// <param name="IsScreenGone">Whether the screen, which was there, has been away for long.</param>
public sealed record Presence(IReadOnlySet<int> Connected, bool IsScreenGone)
{
    public static readonly Presence Nobody = new(FrozenSet<int>.Empty, IsScreenGone: false);
}
