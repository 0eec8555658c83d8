using System.Globalization;

namespace GameNight.Play.Rounds;

/// <summary>Small numbers in words.</summary>
internal static class NumberWords
{
    private static readonly string[] Words =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The number in words up to twelve, and in digits from there on.</summary>
    /// <param name="number">At least 0.</param>
    public static string Of(int number) => number < Words.Length ? Words[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number as at the beginning of a sentence.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public static string Capitalised(int number) => char.ToUpperInvariant(Of(number)[0]) + Of(number)[1..];
}
