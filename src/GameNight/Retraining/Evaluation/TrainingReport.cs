using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GameNight.Models;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>What a run did and with which result: JSON beside the version's model, and a part of the run.</summary>
public sealed record TrainingReport
{
    /// <summary>The name of the file beside the version's model.</summary>
    public const string FileName = "receipt.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The id of the run.</summary>
    public required string Run { get; init; }

    public required string Algorithm { get; init; }

    /// <summary>The version in service when the run began; null where there was none.</summary>
    public required string? Replaces { get; init; }

    /// <summary>The first approved version, which came with the game.</summary>
    public required string First { get; init; }

    /// <summary>Why the run was begun, in words.</summary>
    public required string Trigger { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required ExampleCounts Rows { get; init; }

    /// <summary>The digest of what it was learned from and judged by, and how: equal where a run would do the same again.</summary>
    public string Material { get; init; } = "";

    /// <summary>The comparison on held-out players, then those on the guard sets; empty where nothing was learned.</summary>
    public required IReadOnlyList<ModelComparison> Comparisons { get; init; }

    public required PromotionDecision Decision { get; init; }

    /// <summary>The time from the run's begin to the publication of its version.</summary>
    public required double Seconds { get; init; }

    /// <summary>The processor time in that time, of all threads together.</summary>
    public required double ProcessorSeconds { get; init; }

    /// <summary>The price of the processor time at <see cref="DollarsPerCoreHour"/>.</summary>
    public double Dollars => ProcessorSeconds / 3600 * DollarsPerCoreHour;

    public required double DollarsPerCoreHour { get; init; }

    /// <summary>The SHA-256, in hexadecimal digits, of the examples' ids and labels; the same for the same examples in any order.</summary>
    /// <param name="learned">The examples that are learned from.</param>
    /// <param name="deciding">Those of them that decide.</param>
    /// <param name="setup">What else makes a difference.</param>
    public static string Digest(IReadOnlyList<TrainingExample> learned, IReadOnlyList<TrainingExample> deciding, string setup)
    {
        string[] lines = [.. Lines(learned), "", .. Lines(deciding), "", setup];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

        static IEnumerable<string> Lines(IReadOnlyList<TrainingExample> examples) =>
            examples.Select(example => $"{example.Id:N} {example.Digit}").Order(StringComparer.Ordinal);
    }

    /// <exception cref="InvalidModelException">This is no training report.</exception>
    public static TrainingReport Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingReport>(utf8, Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"The training report {FileName} cannot be read: {e.Message}", e);
        }
    }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
