namespace GameNight.ModelAdmin.Import;

/// <summary>What a check may use. The models that ship need 150 MB, most of it .NET's, and a second.</summary>
/// <param name="Memory">In bytes.</param>
/// <param name="Time">From the start of its process to the end.</param>
internal sealed record CheckLimits(long Memory, TimeSpan Time)
{
    public static readonly CheckLimits Default = new(1L << 30, TimeSpan.FromMinutes(1));
}
