using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GameNight.Models;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>What a run did and what came of it: kept with the version and with the run.</summary>
public sealed record TrainingReport
{
    /// <summary>The file beside the version's model.</summary>
    public const string FileName = "receipt.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectNullableAnnotations = true };

    public required string Run { get; init; }

    public required string Algorithm { get; init; }

    /// <summary>The version in service when the run began.</summary>
    public required string? Replaces { get; init; }

    /// <summary>The first approved version, that came with the game.</summary>
    public required string First { get; init; }

    public required string Trigger { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required ExampleCounts Rows { get; init; }

    /// <summary>Tells the same marks from others: a digest of which drawings were learned from and judged on, and as what.</summary>
    public string Material { get; init; } = "";

    /// <summary>On people it did not learn from, then on what must not be forgotten.</summary>
    public required IReadOnlyList<ModelComparison> Comparisons { get; init; }

    public required PromotionDecision Decision { get; init; }

    /// <summary>Of the run until the version was published.</summary>
    public required double Seconds { get; init; }

    public required double ProcessorSeconds { get; init; }

    /// <summary>Of the processor time at <see cref="DollarsPerCoreHour"/>.</summary>
    public double Dollars => ProcessorSeconds / 3600 * DollarsPerCoreHour;

    public required double DollarsPerCoreHour { get; init; }

    /// <summary>The same for the same lessons in any order.</summary>
    public static string Digest(IReadOnlyList<TrainingExample> learned, IReadOnlyList<TrainingExample> judged) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', learned.Select(lesson => $"{lesson.Id:N} {lesson.Digit}").Order(StringComparer.Ordinal).Append("").Concat(judged.Select(lesson => $"{lesson.Id:N} {lesson.Digit}").Order(StringComparer.Ordinal))))));

    /// <exception cref="InvalidModelException">This is no receipt.</exception>
    public static TrainingReport Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingReport>(utf8, Json) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"The receipt cannot be read: {e.Message}", e);
        }
    }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
