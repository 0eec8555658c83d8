namespace GameNight.Rooms.Names;

public static class RoomCode
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    public static string Next(Random random) => new(random.GetItems<char>(Letters, 4));

    public static string? Read(string? text) => text?.Trim().ToUpperInvariant() is { Length: 4 } code && code.All(Letters.Contains) ? code : null;
}
