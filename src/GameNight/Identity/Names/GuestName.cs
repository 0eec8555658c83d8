using System.Globalization;

namespace GameNight.Identity.Names;

/// <summary>
/// The name of a player who gave none: an animal and the first half of the handle, <c>Otter 3f2a</c>. The handle's last byte, modulo
/// the number of animals, is the animal's index; so a player has the same name on every screen and in every game.
/// </summary>
public static class GuestName
{
    private static readonly string[] Animals =
    [
        "Badger", "Bear", "Beaver", "Bison", "Camel", "Cat", "Crane", "Deer",
        "Dolphin", "Duck", "Eagle", "Falcon", "Ferret", "Finch", "Fox", "Frog",
        "Gecko", "Goat", "Goose", "Hare", "Hedgehog", "Heron", "Horse", "Ibis",
        "Jackdaw", "Koala", "Lemur", "Lion", "Llama", "Lynx", "Magpie", "Marten",
        "Mole", "Moose", "Newt", "Octopus", "Otter", "Owl", "Panda", "Parrot",
        "Pelican", "Penguin", "Pike", "Puffin", "Quail", "Rabbit", "Raven", "Robin",
        "Salmon", "Seal", "Sloth", "Snail", "Sparrow", "Squid", "Stork", "Swan",
        "Tiger", "Toad", "Trout", "Turtle", "Walrus", "Weasel", "Wolf", "Wren",
    ];

    /// <param name="handle">A <see cref="PlayerHandle"/>; any other text makes <c>Guest</c> and the text.</param>
    public static string Of(string handle) => IsHandle(handle, out var bits)
        ? $"{Animals[(byte)bits % Animals.Length]} {handle[..4]}"
        : $"Guest {handle}";

    /// <summary>Whether a text looks like the name of a guest: as a nickname it would let one player pass for another.</summary>
    public static bool IsGuestName(string name) => name.Split(' ') is [var animal, { Length: 4 } digits]
        && digits.All(char.IsAsciiHexDigit) && (animal == "Guest" || Animals.Contains(animal, StringComparer.OrdinalIgnoreCase));

    private static bool IsHandle(string text, out uint bits)
    {
        bits = 0;
        return text.Length == 8 && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bits);
    }
}
