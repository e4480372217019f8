target_sources(meshscope_ui PRIVATE
)
