using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GameNight.Http;

namespace GameNight.Commands;

/// <summary>Rules for the options of several commands. A value that breaks one ends the command with a message that names it.</summary>
internal static class OptionRules
{
    /// <summary>Accepts numbers from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public static void Restrict<T>(Option<T> option, double least, double most) => option.Validators.Add(result =>
    {
        // What is no number at all is reported by the option's own parser.
        if (result.Tokens is not [{ Value: var text }, ..] || !double.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return;
        if (!(number >= least && number <= most))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {text}; it is {least:N0} to {most:N0}."));
    });

    /// <summary>Reads an option that is an address on the web.</summary>
    /// <returns>Null where it is none; the error is added to the result.</returns>
    public static Uri? ParseAddress(ArgumentResult result, Uri example)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError($"--from is \"{text}\"; expected an address such as {example}.");
        return null;
    }

    /// <summary>Reads the option --start as the scoreboard's API reads times.</summary>
    /// <returns>Null where it cannot be read; the errors are added to the result.</returns>
    public static DateTimeOffset? ParseStart(ArgumentResult result)
    {
        var errors = new Dictionary<string, string[]>();
        var time = TimeParameter.Read("--start", result.Tokens[0].Value, errors);
        foreach (var error in errors.Values.SelectMany(messages => messages))
            result.AddError(error);
        return time;
    }
}
