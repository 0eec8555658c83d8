using GameNight.Identity.Names;

namespace GameNight.Rooms.Names;

public static class SeatName
{
    public static bool TryRead(string? text, out string name, out string? trouble) => Nickname.TryRead(text, out name, out trouble);

    public static string Skeleton(string name) => name.ToUpperInvariant();
}
