using System.Globalization;

namespace GameNight.Identity.Names;

/// <summary>
/// What somebody is called who gave no name: an animal and the first half of the handle, <c>Otter 3f2a</c>. The animal is the
/// last byte of the handle, modulo how many there are; so a player has the same name on every screen and in every game.
/// </summary>
public static class GuestName
{
    private static readonly string[] Animals =
    [
        "Badger", "Bear", "Beaver", "Bison", "Camel", "Cat", "Crane", "Deer", "Dolphin", "Duck", "Eagle", "Falcon", "Ferret", "Finch", "Fox", "Frog",
        "Gecko", "Goat", "Goose", "Hare", "Hedgehog", "Heron", "Horse", "Ibis", "Jackdaw", "Koala", "Lemur", "Lion", "Llama", "Lynx", "Magpie", "Marten",
        "Mole", "Moose", "Newt", "Octopus", "Otter", "Owl", "Panda", "Parrot", "Pelican", "Penguin", "Pike", "Puffin", "Quail", "Rabbit", "Raven", "Robin",
        "Salmon", "Seal", "Sloth", "Snail", "Sparrow", "Squid", "Stork", "Swan", "Tiger", "Toad", "Trout", "Turtle", "Walrus", "Weasel", "Wolf", "Wren",
    ];

    /// <param name="handle">A <see cref="PlayerHandle"/>; of any other text the name is that of a guest.</param>
    public static string Of(string handle) => handle.Length == 8 && uint.TryParse(handle, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
        ? $"{Animals[(byte)bits % Animals.Length]} {handle[..4]}"
        : $"Guest {handle}";

    /// <summary>Whether a text could be the name of a guest: whoever takes it for a nickname could be taken for another.</summary>
    public static bool IsOne(string name) => name.Split(' ') is [var animal, { Length: 4 } digits]
        && digits.All(char.IsAsciiHexDigit) && (animal == "Guest" || Animals.Contains(animal, StringComparer.OrdinalIgnoreCase));
}
