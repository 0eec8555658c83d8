namespace GameNight.Rooms.Pages;

/// <summary>Where the pages of a room are, relative to the game's address.</summary>
public static class RoomAddress
{
    /// <summary>No code is longer.</summary>
    private const int MaxLength = 8;

    /// <summary>The code that somebody meant who typed this: its letters, as capitals. Empty where there is none.</summary>
    public static string CodeOf(string typed) =>
        new([.. typed.Where(char.IsAsciiLetter).Take(MaxLength).Select(char.ToUpperInvariant)]);

    /// <param name="code">As <see cref="CodeOf"/> gives it.</param>
    public static string PhonePath(string code) => $"rooms/{code}";
}
