namespace GameNight.Models;

public sealed record ModelFile(string Name, byte[] Content);
