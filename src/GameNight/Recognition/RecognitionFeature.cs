namespace GameNight.Recognition;

public static class RecognitionFeature
{
    public static void AddRecognition(this IServiceCollection services, string modelsFolder) =>
        services.AddSingleton(provider => new Contestants(modelsFolder, provider.GetRequiredService<ILogger<Contestants>>()));
}
